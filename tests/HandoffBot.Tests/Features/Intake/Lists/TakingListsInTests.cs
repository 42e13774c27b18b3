using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Intake.Lists;

public sealed class TakingListsInTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_rows_become_leads_of_a_source_of_their_own_that_wait_without_clocks(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);

        await stage.TakeInAsync("expo.csv", ListStage.Rows(250), 250);

        var leads = await stage.LeadsAsync();
        Assert.Equal(250, leads.Count);
        Assert.Equal(Enumerable.Range(1, 250), leads.Select(l => (int)l.Id.Value));
        Assert.All(leads, l => Assert.Equal((LeadStatus.New, null, false), (l.Status, l.NextStepAt, l.IsArriving)));
        Assert.Equal("expo", (await stage.Bot.ReadAsync(db => db.Sources.SingleAsync())).Name);
        Assert.Equal(ListState.Done, (await stage.ListAsync()).State);
        Assert.Empty(stage.Copies);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_known_joins_once_the_list_is_there(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        await stage.TakeInAsync("first.csv", ListStage.Rows(3), 3);

        await stage.TakeInAsync("second.csv", ListStage.Rows(5, from: 1) + "Guest 4 again;+79121000004\n", 6);

        var leads = await stage.LeadsAsync();
        Assert.Equal([1, 2, 2, 1, 2, 1], leads.Select(l => l.Inquiries));
        Assert.Equal(ListStage.Words.Say("Intake.ListDoneRepeats", 3, 3, "second"), stage.LastSaid);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stopped_midway_nobody_sees_any_and_it_goes_on_where_it_was(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        var list = await stage.LoadingAsync(250);
        await stage.WriteSomeAsync(list, 130);

        var before = await stage.LeadsAsync();
        await stage.WorkAsync();

        Assert.Empty(before);
        var leads = await stage.LeadsAsync();
        Assert.Equal(250, leads.Select(l => l.Contact.Phone).Distinct().Count());
        Assert.Equal(250, leads.Count);
        Assert.Equal(250, await stage.Bot.ReadAsync(db => db.Inquiries.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_does_not_go_for_an_hour_leaves_nothing(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        var list = await stage.LoadingAsync(250);
        await stage.WriteSomeAsync(list, 130);
        File.Delete(stage.Bot.Services.GetRequiredService<ListCopies>().PathOf(list));
        stage.Trouble = new SendOutcome.Refused("Bad Request: wrong file_id");

        await stage.WorkAsync();
        Assert.Equal(ListState.Loading, (await stage.ListAsync()).State);
        stage.Bot.Clock.Advance(TimeSpan.FromHours(1));
        await stage.WorkAsync();

        Assert.Equal(ListState.Failed, (await stage.ListAsync()).State);
        Assert.Equal(ListStage.Words.Say("Intake.ListFailed", "expo.csv"), stage.LastSaid);
        Assert.Equal((0, 0, 0, 0), await stage.Bot.ReadAsync(LeftAsync));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_file_again_changes_nothing_whatever_it_is_called(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        await stage.TakeInAsync("expo.csv", ListStage.Rows(3), 3);

        await stage.SendAsync("other.csv", ListStage.Rows(3));

        Assert.Equal(ListStage.Words.Say("Intake.ListSame", "expo", "16 November 10:00", "Somebody"), stage.LastSaid);
        Assert.Equal(3, (await stage.LeadsAsync()).Count);
        Assert.Equal(ListState.Refused, (await stage.ListAsync()).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_ids_of_one_source_change_nothing(StorageProvider provider)
    {
        await using var stage = await ListStage.StartAsync(provider);
        await stage.TakeInAsync("crm.csv", "Id;Phone\nA1;+79121000001\nA2;+79121000002\n", 2);

        await stage.TakeInAsync("crm.csv", "Id;Phone\nA2;+79121000002\nA3;+79121000003\n", 2);

        Assert.Equal([1, 1, 1], (await stage.LeadsAsync()).Select(l => l.Inquiries));
        Assert.Equal(1, await stage.Bot.ReadAsync(db => db.Sources.CountAsync()));
    }

    [Fact]
    public async Task Rows_with_errors_are_left_out_only_by_name()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.SendAsync("expo.csv", "Name;Phone\nAnna;+79121000001\nBoris;12\nVera;\n");

        var shown = stage.LastSaid;
        Assert.DoesNotContain(stage.Talk.Buttons, b => b == ListStage.Words.Say("Intake.ListChoiceTake", 1));
        await stage.Talk.PressAsync(ListStage.Words.Say("Intake.ListChoiceWithoutWrong", 2, 1));
        await stage.WorkAsync();

        Assert.Contains("Wrong rows: 2", shown, StringComparison.Ordinal);
        Assert.Contains("phone of less than five digits: 3", shown, StringComparison.Ordinal);
        Assert.Contains("no phone, e-mail or messenger: 4", shown, StringComparison.Ordinal);
        Assert.Equal("Anna", Assert.Single(await stage.LeadsAsync()).Contact.Name);
    }

    [Fact]
    public async Task The_preview_masks_people_and_says_what_is_kept()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);

        await stage.SendAsync("expo.csv", "Name;Phone;Stand\nAnna Petrova;+79123451234;B7\n");

        Assert.Equal(
            """
            expo.csv: 1 row
            Columns: name ← Name, phone ← Phone
            Kept beside the lead: 1 column more
            First: Anna P. · ··· 12-34
            Team Test, source expo
            Take it in? The leads wait in a queue, without cards and reminders; new leads go first.
            """,
            stage.LastSaid
        );
        Assert.DoesNotContain("Anna", (await stage.Bot.ReadAsync(db => db.Dialogues.SingleAsync())).Arguments);
    }

    [Fact]
    public async Task What_is_kept_stands_beside_the_lead()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);

        await stage.TakeInAsync("expo.csv", "Name;Phone;Stand;Telegram\nAnna;+79123451234;B7;anna_p\n", 1);

        var trace = await stage.Bot.ReadAsync(db => db.LeadWords.SingleAsync(w => w.Kind == WordsKind.Trace));
        Assert.Contains("\"Stand\":\"B7\"", trace.Text, StringComparison.Ordinal);
        Assert.Equal("@anna_p", Assert.Single(await stage.LeadsAsync()).Contact.Messenger);
    }

    [Fact]
    public async Task Its_source_is_chosen_or_named()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.SendAsync("expo.csv", ListStage.Rows(2));

        await stage.Talk.PressAsync(ListStage.Words["Intake.ListChoiceSource"]);
        await stage.Talk.WriteAsync("Autumn expo");
        await stage.Talk.PressAsync(ListStage.Words.Say("Intake.ListChoiceTake", 2));
        await stage.WorkAsync();

        Assert.Equal("Autumn expo", (await stage.Bot.ReadAsync(db => db.Sources.SingleAsync())).Name);
    }

    [Fact]
    public async Task Who_belongs_to_two_teams_is_asked_which()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await AddTeamAsync(stage, "Doors");

        await stage.SendAsync("expo.csv", ListStage.Rows(2));
        await stage.Talk.PressAsync("Doors");
        await stage.WorkAsync();
        await stage.Talk.PressAsync(ListStage.Words.Say("Intake.ListChoiceTake", 2));
        await stage.WorkAsync();

        Assert.All(await stage.LeadsAsync(), l => Assert.Equal(2, l.Team.Value));
    }

    [Fact]
    public async Task A_list_nobody_answered_is_left_and_its_copy_goes()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        await stage.SendAsync("expo.csv", ListStage.Rows(2));
        Assert.Single(stage.Copies);

        stage.Bot.Clock.Advance(LeadList.Lies + TimeSpan.FromMinutes(1));
        await SweepAsync(stage);

        Assert.Equal(ListState.Cancelled, (await stage.ListAsync()).State);
        Assert.Empty(stage.Copies);
        Assert.Empty(await stage.LeadsAsync());
    }

    [Fact]
    public async Task A_file_too_large_is_refused_before_it_is_fetched()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);

        await stage.Talk.SendAsync(new SentDocument("x", "expo.csv", TakeList.Largest + 1));

        Assert.Equal(ListStage.Words["Intake.ListTooLarge"], stage.LastSaid);
        Assert.False(await stage.Bot.ReadAsync(db => db.Lists.AnyAsync()));
    }

    [Fact]
    public async Task A_file_the_messenger_does_not_give_out_now_is_fetched_later()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        stage.Trouble = new SendOutcome.Unanswered("timeout");
        await stage.SendAsync("expo.csv", ListStage.Rows(2));
        Assert.Equal(ListState.Sent, (await stage.ListAsync()).State);

        stage.Trouble = null;
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.WorkAsync();

        Assert.Contains("expo.csv: 2 rows", stage.LastSaid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_marketing_and_managers_hand_lists_over()
    {
        await using var stage = await ListStage.StartAsync(StorageProvider.Sqlite);
        var rep = new PrivateTalk(stage.Bot, 11);

        await rep.SendAsync(new SentDocument("x", "expo.csv", 100));

        Assert.Equal(ListStage.Words["Intake.ListNotYours"], rep.Last.PlainText);
        Assert.False(await stage.Bot.ReadAsync(db => db.Lists.AnyAsync()));
    }

    private static async Task<(int, int, int, int)> LeftAsync(HandoffDb db) =>
        (
            await db.Leads.IgnoreQueryFilters().CountAsync(),
            await db.Contacts.CountAsync(),
            await db.Inquiries.CountAsync(),
            await db.LeadEvents.CountAsync()
        );

    private static Task AddTeamAsync(ListStage stage, string name) =>
        stage.Bot.CommitAsync(async scope =>
        {
            var now = stage.Bot.Clock.GetUtcNow();
            var team = new SalesTeam
            {
                Id = new TeamId(2),
                Name = name,
                Locale = new Locale(Language.English, "Europe/Moscow", "RU", "RUB"),
                CreatedAt = now,
            };
            scope.Db.Teams.Add(team);
            var member = new Member { Team = team.Id, Person = new PersonId(1) };
            member.SeenAs(Roles.Manager, now);
            scope.Db.Members.Add(member);
            await scope.Db.SaveChangesAsync();
        });

    private static async Task SweepAsync(ListStage stage)
    {
        await using var services = stage.Bot.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<SweepLists>().SweepAsync(CancellationToken.None);
        await stage.WorkAsync();
    }
}
