using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Feedback;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Feedback;

public sealed class BadLeadsTests
{
    private const long Marketing = -1002;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Bad_leads_of_the_hour_are_told_grouped_and_once(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.LeadAsync(At(5), "Осень");
        await bot.BadLeadAsync(At(10), RejectReason.NotOurArea, "Осень");
        await bot.BadLeadAsync(At(20), RejectReason.NotOurArea, "Осень");
        await bot.BadLeadAsync(At(30), RejectReason.Duplicate);
        await bot.BadLeadAsync(At(31), RejectReason.Spam, "Осень", isTest: true);

        await SweepAsync(bot, talk, TimeSpan.FromMinutes(60));
        var early = talk.To(Marketing).Count;
        await SweepAsync(bot, talk, TimeSpan.FromSeconds(30));
        await SweepAsync(bot, talk, TimeSpan.FromMinutes(1));
        await SweepAsync(bot, talk, TimeSpan.FromHours(1));

        Assert.Equal(0, early);
        var told = Assert.Single(talk.To(Marketing));
        Assert.True(told.Silent);
        Assert.Equal(
            "⛔ За час плохих 3 из 4\n«\u2068Осень\u2069»: не наш город 2 из 3 (L-2, L-3)\nБез кампании: дубль 1 из 1 (L-4)",
            told.PlainText
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_taken_back_before_the_telling_is_left_out(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        var undone = await bot.BadLeadAsync(At(59).AddSeconds(50), RejectReason.Spam);

        bot.Clock.Advance(TimeSpan.FromMinutes(60));
        await SweepAsync(bot, talk, TimeSpan.FromSeconds(10));
        await bot.CommitAsync(async scope =>
        {
            var team = await scope.Db.Teams.SingleAsync();
            var lead = await scope.Db.Leads.Include(l => l.Contact).SingleAsync(l => l.Id == undone);
            Assert.Equal(LeadOutcome.Done, lead.Undo(new PersonId(11), bot.Clock.GetUtcNow(), team.Rhythm));
            lead.TakeHappened();
            await scope.Db.SaveChangesAsync();
        });
        await SweepAsync(bot, talk, TimeSpan.FromMinutes(1));

        Assert.Empty(talk.To(Marketing));
        Assert.Equal(0, await bot.ReadAsync(db => db.Digests.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reopened_between_row_and_message_it_is_passed_over(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        var lead = await bot.BadLeadAsync(At(1), RejectReason.Spam);

        bot.Clock.Advance(TimeSpan.FromMinutes(61));
        await SweepAsync(bot);
        await bot.CommitAsync(scope =>
            scope
                .Db.Leads.Where(l => l.Id == lead)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Status, LeadStatus.New))
        );
        await talk.SayAsync();

        Assert.Empty(talk.To(Marketing));
        Assert.Equal("none left", await bot.ReadAsync(db => db.Outbox.Select(o => o.Why).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_missed_is_caught_up_in_one_message(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.BadLeadAsync(At(1), RejectReason.Spam, "A");
        await SweepAsync(bot, talk, TimeSpan.FromMinutes(61));
        await bot.BadLeadAsync(At(70), RejectReason.Spam, "A");
        await bot.BadLeadAsync(At(130), RejectReason.NoAnswer, "A");

        await SweepAsync(bot, talk, TimeSpan.FromHours(3));

        Assert.Equal(2, talk.To(Marketing).Count);
        Assert.Equal(
            "⛔ За 3\u00A0ч плохих 2 из 2\n«\u2068A\u2069»: спам 1 из 2 (L-2), нет ответа 1 (L-3)",
            talk.To(Marketing)[^1].PlainText
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_a_marketing_chat_nothing_is_made(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.CommitAsync(scope => scope.Db.Chats.Where(c => c.ChatId == Marketing).ExecuteDeleteAsync());
        await bot.BadLeadAsync(At(1), RejectReason.Spam);

        await SweepAsync(bot, talk, TimeSpan.FromHours(2));

        Assert.Equal(0, await bot.ReadAsync(db => db.Digests.CountAsync()));
        Assert.Equal(0, await bot.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reason_in_own_words_is_quoted_without_contacts(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        var lead = await bot.BadLeadAsync(At(1), RejectReason.Other);
        await bot.CommitAsync(async scope =>
        {
            scope.Db.LeadWords.Add(
                new LeadWords
                {
                    Lead = lead,
                    Kind = WordsKind.Reason,
                    Text = "Ждёт звонка на +7 912 345-12-34",
                    At = At(1),
                }
            );
            await scope.Db.SaveChangesAsync();
        });

        await SweepAsync(bot, talk, TimeSpan.FromMinutes(61));

        var told = Assert.Single(talk.To(Marketing)).PlainText;
        Assert.Contains("другое 1 из 1 (L-1 «\u2068Ждёт звонка на", told, StringComparison.Ordinal);
        Assert.DoesNotContain("345", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_campaigns_stay_within_eight_lines()
    {
        var window = new BadLeadsWindow(1, TestBot.Monday, TestBot.Monday.AddHours(1));
        var leads = Enumerable
            .Range(1, 40)
            .Select(i => new JudgedLead(new LeadId(i), $"C{i % 10}", RejectReason.Spam))
            .ToList();

        var told = BadLeadsText.Of(window, leads, HandoffBot.Resources.WordingOf.Stranger("en"))!;

        Assert.Equal(8, told.Lines.Count);
        Assert.Equal("⛔ 40 of 40 leads bad in the last hour", told.Lines[0].PlainText);
        Assert.Equal("“\u2068C0\u2069”: spam 4 of 4 (L-10, L-20, L-30, 1 more)", told.Lines[1].PlainText);
        Assert.Equal("16 more in other campaigns", told.Lines[^1].PlainText);
    }

    /// <summary>Minutes after Monday, 10:00 in Moscow.</summary>
    private static DateTimeOffset At(double minutes) => TestBot.Monday.AddMinutes(minutes);

    private static async Task SweepAsync(TestBot bot, Talk talk, TimeSpan later)
    {
        bot.Clock.Advance(later);
        await SweepAsync(bot);
        await talk.SayAsync();
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepBadLeads>().SweepAsync(CancellationToken.None);
    }
}
