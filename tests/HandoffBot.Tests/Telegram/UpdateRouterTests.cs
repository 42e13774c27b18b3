using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Moq;
using Npgsql;

namespace HandoffBot.Tests.Telegram;

public sealed class UpdateRouterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_update_again_changes_nothing_and_is_answered_again(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var claim = await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead.Value));
        var after = await stage.LooksAsync();

        await stage.Updates.HandleAsync(claim);
        await stage.Updates.HandleAsync(claim);

        Assert.Equal(after, await stage.LooksAsync());
        Assert.Equal(3, stage.Answers.Count);
        Assert.Single(stage.Answers.Distinct());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_press_that_opened_a_menu_is_answered_again_and_opens_it_once(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var menu = await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Menu, lead.Value));
        var after = await stage.LooksAsync();

        await stage.Updates.HandleAsync(menu);

        Assert.Equal(after, await stage.LooksAsync());
        Assert.Equal(stage.Answers[0], stage.Answers[1]);
        Assert.False(stage.Answers[1].Alert);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_repeated_press_never_does_later_what_it_did_not_do_then(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        await stage.Updates.HandleAsync(stage.Updates.Press(12, LeadVerbs.Take, lead.Value));
        var late = await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead.Value));
        await stage.Updates.HandleAsync(stage.Updates.Press(12, LeadVerbs.Release, lead.Value, 12));
        var after = await stage.LooksAsync();

        await stage.Updates.HandleAsync(late);

        Assert.Equal(after, await stage.LooksAsync());
        Assert.Contains("Person 12", stage.Answers[1].Text, StringComparison.Ordinal);
        Assert.Equal("Something changed meanwhile; press again.", stage.Answers[^1].Text);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Strangers_leavers_other_chats_and_forged_buttons_are_refused_and_change_nothing(
        StorageProvider provider
    )
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = (await stage.LeadAsync()).Value;
        await stage.Bot.CommitAsync(async scope =>
        {
            var gone = await scope.Db.Members.SingleAsync(m => m.Person == new PersonId(12));
            gone.Resign(Roles.Rep, stage.Bot.Clock.GetUtcNow(), null);
            await scope.Db.SaveChangesAsync();
        });
        var before = await stage.LeadsAsync();

        await stage.Updates.HandleAsync(stage.Updates.Press(99, LeadVerbs.Take, lead, 99));
        await stage.Updates.HandleAsync(stage.Updates.Press(12, LeadVerbs.Take, lead, 12));
        await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead, -1555));
        await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead + 1));
        await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, -1));
        await stage.Updates.HandleAsync(stage.Updates.Press(11, "nonsense", lead));
        await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead) with { Press = null });

        Assert.Equal(before, await stage.LeadsAsync());
        Assert.Equal(7, stage.Answers.Count);
        Assert.All(stage.Answers, a => Assert.NotEmpty(a.Text));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_fails_three_times_is_kept_answered_and_passed(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();

        var bad = await stage.Updates.HandleAsync(stage.Updates.Press(11, RouterStage.Failing, lead.Value));
        await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead.Value));
        await stage.Updates.Router.ParkAsync(bad, "{}", CancellationToken.None);

        var row = await stage.RowAsync(bad);
        Assert.Equal(
            (UpdateState.Failed, "{}", nameof(InvalidTimeZoneException)),
            (row!.State, row.Payload, row.Error)
        );
        Assert.True(stage.Answers[0].Alert);
        Assert.Equal(new PersonId(11), (await stage.Bot.ReadAsync(db => db.Leads.SingleAsync())).Owner);
        Assert.Empty(await stage.Updates.Router.ResumeAsync(Updates.BotId, CancellationToken.None));
        Assert.False(await stage.Bot.ReadAsync(db => db.LeadWords.AnyAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task For_the_databases_trouble_no_press_is_given_up_it_comes_again(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var press = stage.Updates.Press(11, RouterStage.OutOfReach, lead.Value);

        await Assert.ThrowsAsync<NpgsqlException>(() => stage.Updates.HandleAsync(press));

        Assert.Null(await stage.RowAsync(press));
        Assert.Empty(stage.Answers);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_could_not_be_handled_is_told_to_the_admin_once_a_day(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        await stage.AppointAsync(new PersonId(1));
        var lead = await stage.LeadAsync();

        await stage.Updates.HandleAsync(stage.Updates.Press(11, RouterStage.Failing, lead.Value));
        await stage.Updates.HandleAsync(stage.Updates.Press(12, RouterStage.Failing, lead.Value));
        var first = await stage.SaidAsync(GivenUpUpdates.Delivery);
        stage.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Updates.HandleAsync(stage.Updates.Press(13, RouterStage.Failing, lead.Value));

        var later = await stage.SaidAsync(GivenUpUpdates.Delivery);
        Assert.Equal([1], first);
        Assert.Equal([1, 1], later);
        Assert.Equal(HealthStatus.Degraded, (await stage.HealthAsync("updates")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_parked_update_is_resumed_by_its_own_bot_until_it_is_done(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var press = stage.Updates.Press(11, LeadVerbs.Take, lead.Value);
        await stage.Updates.Router.ParkAsync(press, "payload", CancellationToken.None);

        var another = await stage.Updates.Router.ResumeAsync(777, CancellationToken.None);
        var own = await stage.Updates.Router.ResumeAsync(Updates.BotId, CancellationToken.None);
        await stage.Updates.HandleAsync(press);
        await stage.Updates.Router.ParkAsync(press, "payload", CancellationToken.None);
        var left = await stage.Updates.Router.ResumeAsync(Updates.BotId, CancellationToken.None);

        Assert.Empty(another);
        Assert.Equal(["payload"], own);
        Assert.Empty(left);
        Assert.Equal(
            (UpdateState.Done, null),
            ((await stage.RowAsync(press))!.State, (await stage.RowAsync(press))!.Payload)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parking_and_handling_at_once_leave_it_done_once(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        var lead = await stage.LeadAsync();
        var press = stage.Updates.Press(11, LeadVerbs.Take, lead.Value);

        await Task.WhenAll(
            stage.Updates.Router.ParkAsync(press, "payload", CancellationToken.None),
            stage.Updates.HandleAsync(press),
            stage.Updates.Router.ParkAsync(press, "payload", CancellationToken.None)
        );

        Assert.Equal(UpdateState.Done, (await stage.RowAsync(press))!.State);
        Assert.Equal(1, await stage.Bot.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Kind == nameof(LeadClaimed))));
    }

    [Fact]
    public async Task A_slow_answer_holds_up_nobody_and_a_broken_one_harms_nothing()
    {
        await using var stage = await RouterStage.StartAsync(StorageProvider.Sqlite);
        var lead = await stage.LeadAsync();
        var never = new TaskCompletionSource<SendOutcome>();
        stage
            .Bot.Chat.SetupSequence(c =>
                c.AnswerPressAsync(It.IsAny<string>(), It.IsAny<PressAnswer>(), It.IsAny<CancellationToken>())
            )
            .Returns(never.Task)
            .ThrowsAsync(new HttpRequestException("cut"));

        await stage.Updates.HandleAsync(stage.Updates.Press(11, LeadVerbs.Take, lead.Value));
        await stage.Updates.HandleAsync(stage.Updates.Press(12, LeadVerbs.Take, lead.Value));

        Assert.Equal(2, await stage.Bot.ReadAsync(db => db.Updates.CountAsync(u => u.State == UpdateState.Done)));
        Assert.False(never.Task.IsCompleted);
    }
}
