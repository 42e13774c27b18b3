using CsCheck;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Tests.Domain.Intake;

public sealed class ContactMaskTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
            Gen.Int[0, 99].Select(n => n.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOf(Gen.Const(" "), Gen.Const("-"), Gen.Const("("), Gen.Const("."), Gen.Const("@"), Gen.Const(" @ ")),
            Gen.OneOf(
                Gen.Const("anna"),
                Gen.Const("mail.ru"),
                Gen.Const("https://"),
                Gen.Const("Окна"),
                Gen.Const("٣")
            ),
            Gen.String[0, 5]
        )
        .Array[0, 30]
        .Select(string.Concat);

    [Theory]
    [InlineData("Anna Petrova", "Anna P.")]
    [InlineData("Анна Петрова", "Анна П.")]
    [InlineData("Анна", "Анна")]
    [InlineData("Петрова Анна Сергеевна", "Анна П.")]
    [InlineData("Анна Сергеевна Петрова", "Анна П.")]
    [InlineData("Петрова А. С.", "А. П.")]
    [InlineData("Петрова А.С.", "А. П.")]
    [InlineData("𝐀𝐧𝐧𝐚 𝐏𝐞𝐭𝐫𝐨𝐯𝐚", "𝐀𝐧𝐧𝐚 𝐏.")]
    [InlineData("Anna (Petrova)", "Anna P.")]
    [InlineData("ООО «Ромашка»", "ООО «Ромашка»")]
    [InlineData("Anna 89123451234", "Anna •••")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Name_keeps_the_first_name_and_an_initial(string? name, string expected) =>
        Assert.Equal(expected, ContactMask.Name(name));

    [Theory]
    [InlineData("Anna Petrova", "A.")]
    [InlineData("анна", "А.")]
    [InlineData("ООО «Ромашка»", "О.")]
    [InlineData("«Ромашка»", "Р.")]
    [InlineData("123 Anna", "A.")]
    [InlineData("𝐀𝐧𝐧𝐚", "𝐀.")]
    [InlineData("89123451234", "")]
    [InlineData("@anna_p", "")]
    [InlineData(null, "")]
    public void First_letter_is_all_that_is_left_of_a_name(string? name, string expected) =>
        Assert.Equal(expected, ContactMask.FirstLetter(name));

    [Theory]
    [InlineData("+79123451234", "··· 12-34")]
    [InlineData("8 (912) 345-12-34", "··· 12-34")]
    [InlineData("12345", "···")]
    public void Phone_keeps_its_last_four_digits(string phone, string expected) =>
        Assert.Equal(expected, ContactMask.Phone(phone));

    [Theory]
    [InlineData("anna@mail.ru", "a•••@mail.ru")]
    [InlineData("no address", "•••")]
    public void Email_keeps_a_letter_and_the_host(string email, string expected) =>
        Assert.Equal(expected, ContactMask.Email(email));

    [Theory]
    [InlineData("Три окна, замер в субботу", "Три окна, замер в субботу")]
    [InlineData("Звоните 8 (912) 345-12-34 вечером", "Звоните ••• вечером")]
    [InlineData("8.912.345.12.34", "•••")]
    [InlineData("12345 окон", "12345 окон")]
    [InlineData("123456 окон", "••• окон")]
    [InlineData("пишите anna.p@mail.ru, жду", "пишите •••, жду")]
    [InlineData("anna @ mail.ru", "•••")]
    [InlineData("в телеграм @anna_p", "в телеграм •••")]
    [InlineData("мой сайт https://anna.example/x?y=1 тут", "мой сайт ••• тут")]
    [InlineData("anna-windows.ru", "•••")]
    [InlineData("t.me/anna", "•••")]
    [InlineData("окна.Потом двери", "окна.Потом двери")]
    [InlineData("٠١٢٣٤٥٦", "•••")]
    [InlineData("1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣", "•••️⃣")]
    public void Text_hides_every_way_to_reach_its_writer(string text, string expected) =>
        Assert.Equal(expected, ContactMask.Text(text));

    [Fact]
    public void Masked_text_has_neither_an_address_nor_a_number_to_dial() =>
        Pieces.Sample(
            text =>
            {
                var masked = ContactMask.Text(text);
                var dialled = masked.Where(c => !" -().".Contains(c, StringComparison.Ordinal));

                return !masked.Contains('@') && LongestRun(dialled) < 6;
            },
            iter: 20_000
        );

    [Fact]
    public void Masking_twice_changes_nothing_more() =>
        Pieces.Sample(text => ContactMask.Text(text) == ContactMask.Text(ContactMask.Text(text)), iter: 20_000);

    [Fact]
    public void Long_hostile_text_is_masked_in_no_time()
    {
        string[] hostile =
        [
            new('a', 60_000),
            new('.', 60_000),
            string.Concat(Enumerable.Repeat("a.", 30_000)),
            new('@', 60_000),
        ];

        Assert.All(hostile, text => Assert.NotNull(ContactMask.Text(text)));
    }

    private static int LongestRun(IEnumerable<char> text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = char.IsDigit(letter) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
