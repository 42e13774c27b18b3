using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Features.Intake;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Webhooks;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Intake.Lists;

/// <summary>A list that is taken in while other things happen.</summary>
public sealed class ListsAmongOthersTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Events_of_its_leads_wait_for_all_of_it_and_then_go_out(StorageProvider provider)
    {
        await using var crm = await Receiver.StartAsync();
        await using var stage = await WithWebhookAsync(provider, crm);
        var list = await stage.LoadingAsync(5);
        await stage.WriteSomeAsync(list, 3);

        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.Bot.SendWebhooksAsync();
        var early = crm.Posts.Count;
        await stage.WorkAsync();
        await stage.Bot.SendWebhooksAsync();

        Assert.Equal(0, early);
        Assert.Equal(5, crm.Posts.Count);
        Assert.All(crm.Posts, p => Assert.Equal("lead.received", p.Type));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sent_again_while_it_is_written_they_wait_all_the_same(StorageProvider provider)
    {
        await using var crm = await Receiver.StartAsync();
        await using var stage = await WithWebhookAsync(provider, crm);
        var list = await stage.LoadingAsync(3);
        await stage.WriteSomeAsync(list, 2);
        await stage.Bot.CommitAsync(async scope =>
        {
            var (now, webhook) = (stage.Bot.Clock.GetUtcNow(), await scope.Db.Webhooks.SingleAsync());
            await WebhookRows.EndWaitingAsync(scope.Db, webhook.Id, now, CancellationToken.None);
            await WebhookRows.SendAgainAsync(scope.Db, webhook.Id, now, CancellationToken.None);
        });

        await stage.Bot.SendWebhooksAsync();
        var early = crm.Posts.Count;
        await stage.WorkAsync();
        await stage.Bot.SendWebhooksAsync();

        Assert.Equal((0, 3), (early, crm.Posts.Count));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_a_list_that_is_taken_back_nothing_goes_out(StorageProvider provider)
    {
        await using var crm = await Receiver.StartAsync();
        await using var stage = await WithWebhookAsync(provider, crm);
        await stage.WriteSomeAsync(await stage.LoadingAsync(5), 3);
        await GoneAsync(stage);
        stage.Bot.Clock.Advance(LeadList.TriedFor);

        await stage.WorkAsync();
        await stage.Bot.SendWebhooksAsync();

        Assert.Equal(ListState.Failed, (await stage.ListAsync()).State);
        Assert.Empty(crm.Posts);
        Assert.False(await stage.Bot.ReadAsync(db => db.WebhookDeliveries.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_asks_by_themselves_while_it_is_written_has_one_lead(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        await stage.WriteSomeAsync(await stage.LoadingAsync(5), 5);
        var asked = await AskAsync(stage, "+79121000002");

        await stage.WorkAsync();

        var leads = await stage.LeadsAsync();
        Assert.Equal(5, leads.Count);
        var own = Assert.Single(leads, l => l.Contact.Phone == "+79121000002");
        Assert.Equal((asked, null, 2), (own.Id, own.ListId, own.Inquiries));
        Assert.NotNull(own.NextStepAt);
        Assert.Equal(ListStage.Words.Say("Intake.ListDoneRepeats", 4, 1, "expo"), stage.LastSaid);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Repeats_that_cannot_be_joined_are_tried_on_and_the_sender_hears_once(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        await AskAsync(stage, "+79121000002");
        var list = await stage.LoadingAsync(5);
        await using (var services = stage.Bot.Services.CreateAsyncScope())
        {
            await services.ServiceProvider.GetRequiredService<LoadList>().HandleAsync(list, CancellationToken.None);
        }

        await GoneAsync(stage);
        stage.Bot.Clock.Advance(LeadList.TriedFor);
        await WorkForAWhileAsync(stage);
        var told = stage.LastSaid;
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await WorkForAWhileAsync(stage);

        Assert.Equal(ListState.Joining, (await stage.ListAsync()).State);
        Assert.Equal(ListStage.Words.Say("Intake.ListJoinsLater", "expo.csv"), told);
        Assert.Single(stage.Talk.Seen, m => ListStage.Plain(m.PlainText) == told);
        stage.Trouble = null;
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await stage.WorkAsync();
        Assert.Equal(ListState.Done, (await stage.ListAsync()).State);
        Assert.Equal(5, (await stage.LeadsAsync()).Count);
    }

    [Fact]
    public async Task Two_files_sent_together_are_both_asked_about()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.SendAsync("first.csv", ListStage.Rows(2));
        await stage.SendAsync("second.csv", ListStage.Rows(3, from: 10));

        await stage.Talk.PressAsync(ListStage.Words.Say("Intake.ListChoiceTake", 3));
        await stage.WorkAsync();
        await stage.Talk.PressAsync(ListStage.Words.Say("Intake.ListChoiceTake", 2));
        await stage.WorkAsync();

        Assert.Equal(5, (await stage.LeadsAsync()).Count);
        Assert.True(await stage.Bot.ReadAsync(db => db.Lists.AllAsync(l => l.State == ListState.Done)));
    }

    [Fact]
    public async Task A_file_of_the_same_name_takes_the_place_of_the_one_before()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.SendAsync("expo.csv", ListStage.Rows(2));

        await stage.SendAsync("expo.csv", ListStage.Rows(3));
        await stage.Talk.PressAsync(ListStage.Words.Say("Intake.ListChoiceTake", 2));

        Assert.Equal(ListStage.Words["Common.QuestionOver"], stage.Talk.Toast);
        Assert.Equal(1, await stage.Bot.ReadAsync(db => db.Lists.CountAsync(l => l.State == ListState.Read)));
    }

    [Theory]
    [InlineData("Name,Phone\r\nGuest 0,+79121000000\r\nGuest 1,+79121000001\r\n")]
    [InlineData("\uFEFFName;Phone;\n\"Guest 0\";+79121000000;\n;;\n Guest 1 ;+79121000001\n")]
    public async Task The_same_rows_saved_otherwise_change_nothing(string text)
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.TakeInAsync("expo.csv", ListStage.Rows(2), 2);

        await stage.SendAsync("other.csv", text);

        Assert.Equal(ListStage.Words.Say("Intake.ListSame", "expo", "16 November 10:00", "Somebody"), stage.LastSaid);
        Assert.Equal([1, 1], (await stage.LeadsAsync()).Select(l => l.Inquiries));
    }

    [Fact]
    public async Task Rows_in_another_order_are_another_list()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.TakeInAsync("expo.csv", ListStage.Rows(2), 2);

        await stage.SendAsync("other.csv", "Name;Phone\nGuest 1;+79121000001\nGuest 0;+79121000000\n");

        Assert.Contains("other.csv: 2 rows", stage.LastSaid, StringComparison.Ordinal);
    }

    private static async Task<ListStage> WithWebhookAsync(StorageProvider provider, Receiver crm)
    {
        var stage = await ListStage.StartAsync(provider, WayOut.Allowed);
        await stage.Bot.CommitAsync(async scope =>
        {
            scope.Db.Webhooks.Add(Webhook.Of(new TeamId(1), crm.Address, WayOut.Secret));
            await scope.Db.SaveChangesAsync();
        });
        return stage;
    }

    private static async Task GoneAsync(ListStage stage)
    {
        var list = await stage.ListAsync();
        File.Delete(stage.Bot.Services.GetRequiredService<ListCopies>().PathOf(list));
        stage.Trouble = new SendOutcome.Unanswered("timeout");
    }

    /// <summary>The desk must come to an end by itself.</summary>
    private static async Task WorkForAWhileAsync(ListStage stage)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stage.Bot.Services.GetRequiredService<ListsDesk>().WorkAsync(patience.Token);
        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await stage.Talk.DeliverAsync();
    }

    /// <summary>Somebody asks through the site.</summary>
    private static Task<LeadId> AskAsync(ListStage stage, string phone) =>
        stage.Bot.CommitAsync(async scope =>
        {
            var source = new Source
            {
                Team = new TeamId(1),
                Name = "Site",
                CreatedAt = stage.Bot.Clock.GetUtcNow(),
            };
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
            var team = await scope.Db.Teams.SingleAsync();
            var asked = new NewInquiry
            {
                KeyKind = InquiryKey.ExternalId,
                Key = phone,
                Name = "Guest 2",
                Phone = PhoneReader.Read(phone, "RU"),
            };
            return (await scope.Get<ReceiveLead>().HandleAsync(new Door(source, team), asked, default)).Lead;
        });
}
