using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Intake;

public sealed class RepeatedInquiryTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_number_of_somebody_who_asks_again_is_kept_as_a_note(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { phone = "+79123451234", email = "anna@mail.ru" });

        await stage.PostAsync(new { phone = "+79990001122", email = "anna@mail.ru" });

        var lead = Assert.Single(await stage.LeadsAsync());
        Assert.Equal("+79123451234", lead.Contact.Phone);
        Assert.Equal("+79990001122", await stage.WordsAsync(WordsKind.Note));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_contact_asking_again_leaves_no_note(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { phone = "+79123451234" });

        await stage.PostAsync(new { phone = "8 912 345-12-34", email = "anna@mail.ru" });

        var lead = Assert.Single(await stage.LeadsAsync());
        Assert.Equal("anna@mail.ru", lead.Contact.Email);
        Assert.Null(await stage.WordsAsync(WordsKind.Note));
    }
}
