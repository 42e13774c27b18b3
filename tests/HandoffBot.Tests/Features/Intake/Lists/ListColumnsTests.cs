using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake.Lists.Files;

namespace HandoffBot.Tests.Features.Intake.Lists;

public sealed class ListColumnsTests
{
    [Theory]
    [InlineData("Телефон", nameof(ListField.Phone))]
    [InlineData("Контактный телефон", nameof(ListField.Phone))]
    [InlineData("Моб. номер", nameof(ListField.Phone))]
    [InlineData("Phone number", nameof(ListField.Phone))]
    [InlineData("Telegram", nameof(ListField.Messenger))]
    [InlineData("E-mail", nameof(ListField.Email))]
    [InlineData("Email address", nameof(ListField.Email))]
    [InlineData("Эл. почта", nameof(ListField.Email))]
    [InlineData("ФИО", nameof(ListField.Name))]
    [InlineData("First Name", nameof(ListField.Name))]
    [InlineData("Имя участника", nameof(ListField.Name))]
    [InlineData("Комментарий менеджера", nameof(ListField.Message))]
    [InlineData("Что интересует: продукт", nameof(ListField.Product))]
    [InlineData("Город", nameof(ListField.City))]
    [InlineData("utm_campaign", nameof(ListField.Campaign))]
    [InlineData("Выставка", nameof(ListField.Campaign))]
    [InlineData("Lead ID", nameof(ListField.ExternalId))]
    [InlineData("Номер заявки", nameof(ListField.ExternalId))]
    public void Titles_are_understood_in_both_languages(string title, string field) =>
        Assert.Equal(field, ColumnWords.FieldOf(title).ToString());

    [Theory]
    [InlineData("№")]
    [InlineData("Компания")]
    [InlineData("Company name")]
    [InlineData("Имя менеджера")]
    [InlineData("Должность")]
    [InlineData("Дата")]
    [InlineData("utm_source")]
    [InlineData("Идея")]
    [InlineData("")]
    public void What_a_lead_has_no_place_for_is_nothing(string title) => Assert.Null(ColumnWords.FieldOf(title));

    [Fact]
    public void A_hundred_columns_keep_what_is_understood_and_twenty_more()
    {
        var titles = Enumerable
            .Range(1, 98)
            .Select(n => $"Question {n:00}x")
            .Select(t => t.Replace("Question", "Poll"));

        var columns = ListColumns.Of(new ListLine(1, ["Name", "Phone", .. titles]));

        Assert.Equal((100, 2, ListColumns.MostKept), (columns.Titled, columns.Known.Count, columns.Kept.Count));
    }

    [Fact]
    public void Of_two_phones_the_first_counts_and_parts_of_a_name_belong_together()
    {
        var columns = ListColumns.Of(new ListLine(1, ["Фамилия", "Имя", "Телефон", "Телефон 2", ""]));

        Assert.Equal([0, 1, 2], columns.Known.Select(k => k.At));
        Assert.Equal("Телефон 2", Assert.Single(columns.Kept).Title);
        Assert.Equal(4, columns.Width);
    }
}
