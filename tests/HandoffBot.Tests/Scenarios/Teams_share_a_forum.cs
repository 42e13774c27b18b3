using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using ChatKind = HandoffBot.Domain.Team.ChatKind;
using Member = HandoffBot.Domain.Team.Member;

namespace HandoffBot.Tests.Scenarios;

/// <summary>Three teams have a topic each of one group, and Telegram counts what the group gets.</summary>
public sealed class Teams_share_a_forum
{
    private static readonly int[] Teams = [2, 3, 4];

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Leads_that_are_too_many_for_the_group_become_a_queue_though_no_topic_has_many(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var forum = await ForumAsync(s);
        foreach (var n in Enumerable.Range(0, 41))
        {
            var team =
                n < 15 ? 2
                : n < 29 ? 3
                : 4;
            await s.LeadArrives(new { phone = $"+791200000{n:00}", product = "Doors" }, $"hb_topic-{team}");
        }

        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromSeconds(2));
        await s.SweptAsync();

        var rushes = await s.ReadAsync(db => db.Rushes.Select(r => (TeamId?)r.Team).ToListAsync());
        var queue = await new ScenarioChat(s, forum.Id).Expect(
            m => ScenarioChat.Buttons(m).SequenceEqual([s.Words["Handoff.TakeNext"]]),
            "a queue"
        );
        Assert.NotEmpty(rushes);
        Assert.Contains(queue.ThreadId!.Value, await ThreadsAsync(s, rushes));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Each_teams_leads_come_into_its_own_topic_and_are_taken_there(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var forum = await ForumAsync(s);
        var chat = new ScenarioChat(s, forum.Id);
        var topics = await ThreadsAsync(s, [new TeamId(2), new TeamId(3)]);

        var doors = await s.LeadArrives(new { phone = "+79120000001", product = "Doors" }, "hb_topic-2");
        var gates = await s.LeadArrives(new { phone = "+79120000002", product = "Gates" }, "hb_topic-3");

        var card = await chat.ExpectMessage($"🔥 {doors}");
        var other = await chat.ExpectMessage($"🔥 {gates}");
        Assert.Equal(topics.Order(), new[] { card.ThreadId!.Value, other.ThreadId!.Value }.Order());
        await s.Ivan.Press(card, s.Words["Handoff.Take"]);
        await s.Ivan.ExpectMessage($"{doors}", "+79120000001");
        await s.Ivan.Press(other, s.Words["Handoff.Take"]);
        await s.Ivan.ExpectMessage($"{gates}", "+79120000002");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_group_that_was_told_to_wait_needs_fewer_cards_for_a_queue(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.World.Faults.Order(
            new Fault(FaultKind.TooManyRequests)
            {
                Method = "sendMessage",
                ChatId = s.Sales.Id,
                RetryAfter = 50,
            }
        );
        foreach (var n in Enumerable.Range(1, 12))
        {
            await s.LeadArrives(new { phone = $"+791200000{n:00}", product = "Doors" });
        }

        await s.ReadUntilAsync(db => db.Rushes.AnyAsync());
        s.TimePasses(TimeSpan.FromSeconds(55));

        await s.Sales.ExpectMessage(s.Words.Say("Handoff.Queue", 12, "10:00"));
    }

    private static Task<List<int>> ThreadsAsync(Scenario s, List<TeamId?> teams) =>
        s.ReadAsync(db =>
            db.Chats.Where(c => c.Kind == ChatKind.Sales && teams.Contains(c.Team))
                .Select(c => c.ThreadId)
                .ToListAsync()
        );

    private static async Task<ChatRoom> ForumAsync(Scenario s)
    {
        var forum = s.World.AddSupergroup("Forum", s.Olga.Id, [s.Ivan.Id], isForum: true);
        s.World.AddBotTo(forum.Id, s.Olga.Id, AdminRights.All);
        await s.ReadAsync(async db =>
        {
            var now = s.World.Clock.GetUtcNow();
            var home = (await db.Teams.SingleAsync()).Locale;
            foreach (var n in Teams)
            {
                var team = new TeamId(n);
                db.Teams.Add(
                    new SalesTeam
                    {
                        Id = team,
                        Name = $"Team {n}",
                        Locale = home,
                        CreatedAt = now,
                    }
                );
                var topic = s.World.OpenTopic(forum.Id, s.Olga.Id, $"Topic {n}");
                var chat = new TeamChat
                {
                    ChatId = forum.Id,
                    ThreadId = topic.Id,
                    Title = "Forum",
                    BotIsAdmin = true,
                };
                chat.Serve(team, ChatKind.Sales);
                db.Chats.Add(chat);
                var member = new Member { Team = team, Person = new PersonId(s.Ivan.Id) };
                member.SeenAs(Roles.Rep, now);
                db.Members.Add(member);
                var source = new Source
                {
                    Team = team,
                    Name = "Site",
                    CreatedAt = now,
                };
                source.Rekey(SourceKeys.Hash($"hb_topic-{n}"), now, TimeSpan.Zero);
                db.Sources.Add(source);
            }

            return await db.SaveChangesAsync();
        });
        return forum;
    }
}
