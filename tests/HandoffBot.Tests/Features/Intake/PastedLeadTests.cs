using CsCheck;
using HandoffBot.Features.Intake;

namespace HandoffBot.Tests.Features.Intake;

public sealed class PastedLeadTests
{
    private static readonly string[] Lines =
    [
        "Имя: Анна Петрова",
        "Телефон: 8 (912) 345-12-34",
        "Почта: anna@mail.ru",
        "Телеграм: @anna_p",
        "Товар: Окна ПВХ",
        "Город: Казань",
        "Комментарий: Три окна, замер в субботу",
    ];

    [Fact]
    public void Labelled_lines_are_read_in_any_order() =>
        Gen.Shuffle(Lines)
            .Sample(lines =>
            {
                var lead = Read(string.Join("\r\n", lines), "RU");

                return lead
                    == new PastedFields
                    {
                        Name = "Анна Петрова",
                        Phone = new("+79123451234", null),
                        Email = new("anna@mail.ru", "anna@mail.ru"),
                        Messenger = new(MessengerKind.Telegram, "@anna_p"),
                        Product = "Окна ПВХ",
                        City = "Казань",
                        Message = "Три окна, замер в субботу",
                    };
            });

    [Theory]
    [InlineData("Name: Anna Petrova\nPhone: +44 20 7946 0018\nCity: London\nMessage: three windows")]
    [InlineData("name = Anna Petrova; phone = +44 20 7946 0018; city = London; message = three windows")]
    [InlineData("Name: Anna Petrova Phone: 020 7946 0018 City: London Message: three windows")]
    [InlineData("Phone - 020 7946 0018\nName - Anna Petrova\nCity - London\nComments - three windows")]
    public void English_labels_are_read_on_one_line_or_many(string text)
    {
        var lead = Read(text, "GB");

        Assert.Equal(
            ("Anna Petrova", "+442079460018", "London", "three windows"),
            (lead.Name, lead.Phone.E164, lead.City, lead.Message)
        );
    }

    [Theory]
    [InlineData("Анна Петрова\n8 912 345-12-34\nanna@mail.ru\nТри окна, замер в субботу")]
    [InlineData("Три окна, замер в субботу\nanna@mail.ru\n8 912 345-12-34\nАнна Петрова")]
    [InlineData("Анна Петрова 8 912 345-12-34 anna@mail.ru\nТри окна, замер в субботу")]
    [InlineData("anna@mail.ru, Анна Петрова, +79123451234\nТри окна, замер в субботу")]
    public void Lines_without_labels_are_told_apart_by_their_looks(string text)
    {
        var lead = Read(text, "RU");

        Assert.Equal(
            ("Анна Петрова", "+79123451234", "anna@mail.ru", "Три окна, замер в субботу"),
            (lead.Name, lead.Phone.E164, lead.Email?.Address, lead.Message)
        );
    }

    [Fact]
    public void Message_goes_on_over_its_lines()
    {
        var lead = Read("Телефон: 89123451234\nВопрос: Есть ли скидка?\nИ когда замер\nГород: Казань", "RU");

        Assert.Equal(("Есть ли скидка?\nИ когда замер", "Казань"), (lead.Message, lead.City));
    }

    [Fact]
    public void Phone_with_a_digit_missing_is_kept_and_flagged()
    {
        Assert.Equal("8 912 345", Read("Анна\n8 912 345", "RU").Phone.Raw);
        Assert.Equal("8 912 345", Read("Тел: 8 912 345", "RU").Phone.Raw);
    }

    [Fact]
    public void Whatsapp_label_names_the_messenger_of_a_number() =>
        Assert.Equal(
            new MessengerReading(MessengerKind.WhatsApp, "+79123451234"),
            Read("Иван\nWhatsApp: 8 912 345-12-34", "RU").Messenger
        );

    [Fact]
    public void Greeting_is_not_a_name()
    {
        var lead = Read("Здравствуйте\nНужны окна, мой номер 89123451234", "RU");

        Assert.Null(lead.Name);
        Assert.Equal("+79123451234", lead.Phone.E164);
        Assert.Equal("Здравствуйте\nНужны окна, мой номер", lead.Message);
    }

    [Fact]
    public void Second_phone_and_a_wrong_address_stay_in_the_message()
    {
        var lead = Read("Phone: 020 7946 0018\nPhone: 020 7946 0019\nE-mail: none", "GB");

        Assert.Equal("+442079460018", lead.Phone.E164);
        Assert.Contains("020 7946 0019", lead.Message, StringComparison.Ordinal);
        Assert.Contains("none", lead.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("окна")]
    public void Text_without_a_contact_says_so(string? text) => Assert.False(Read(text, "RU").HasContact);

    [Fact]
    public void Anything_pasted_gets_an_answer() =>
        Gen.OneOf(Gen.String, Gen.String["Имя: @a.b+0123456789\n,-="])
            .Sample(text => Read(text, "RU") is { } lead && (lead.Name ?? "").Length <= 200, iter: 5_000);

    private static PastedFields Read(string? text, string country) => PastedLead.Read(text, country, CityNames.None);
}
