using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Анна Петрова", "петрова анна", nameof(NameAgreement.Same))]
    [InlineData("Юлия Щукина", "Yulia Shchukina", nameof(NameAgreement.Same))]
    [InlineData("Julia", "Юлия", nameof(NameAgreement.Alike))]
    [InlineData("Громов А.В.", "Алексей Громов", nameof(NameAgreement.Same))]
    [InlineData("Громов В.А.", "Алексей Громов", nameof(NameAgreement.Differ))]
    [InlineData("Алексеева Анна", "Анна А.", nameof(NameAgreement.Same))]
    [InlineData("Саша Белов", "Александр Белов", nameof(NameAgreement.Same))]
    [InlineData("Саша Белов", "Саша Белова", nameof(NameAgreement.Differ))]
    [InlineData("Анна Белов", "Анна Белова", nameof(NameAgreement.Same))]
    [InlineData("Александр", "Александра", nameof(NameAgreement.Differ))]
    [InlineData("Карина", "Марина", nameof(NameAgreement.Differ))]
    [InlineData("Диана", "Даня", nameof(NameAgreement.Differ))]
    [InlineData("Сергей", "Сергеев", nameof(NameAgreement.Differ))]
    [InlineData("Анна Сергеевна", "Анна Котова", nameof(NameAgreement.Alike))]
    [InlineData("Анна Сергеевна", "Анна Петровна", nameof(NameAgreement.Differ))]
    [InlineData("Анна и Пётр", "Пётр", nameof(NameAgreement.Alike))]
    [InlineData("Bob Carter", "Robert Carter", nameof(NameAgreement.Same))]
    [InlineData("Екатерна", "Екатерина", nameof(NameAgreement.Alike))]
    [InlineData("ООО «Ромашка»", "ромашка", nameof(NameAgreement.Alike))]
    [InlineData("А.", "Анна", nameof(NameAgreement.Alike))]
    [InlineData("Клиент", "Анна", nameof(NameAgreement.Unknown))]
    [InlineData("anna@mail.ru", "Пётр", nameof(NameAgreement.Unknown))]
    [InlineData(null, "Пётр", nameof(NameAgreement.Unknown))]
    public void Two_names_are_one_persons_or_not(string? one, string? other, string expected)
    {
        Assert.Equal(expected, PersonName.Compare(one, other).ToString());
        Assert.Equal(expected, PersonName.Compare(other, one).ToString());
    }
}
