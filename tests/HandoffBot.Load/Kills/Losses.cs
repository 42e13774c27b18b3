using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>What the kills did to what was promised, read from the rows and from the chats once all is said.</summary>
/// <param name="Lost">Acknowledged leads that are not there, or under another number.</param>
/// <param name="TwoClaimers">Leads claimed more than once.</param>
/// <param name="SecondEffects">Events beyond the first that came of one press.</param>
/// <param name="WithoutEvent">Leads that are somebody's without a claim, or whose history has a gap.</param>
/// <param name="SecondCards">Cards beyond the first of their leads.</param>
/// <param name="WithoutCard">Leads nobody was told of.</param>
/// <param name="Unsent">Messages still to be sent.</param>
/// <param name="Integrity">As SQLite tells; "ok" where it is not asked.</param>
internal sealed record Losses(
    int Lost,
    int TwoClaimers,
    int SecondEffects,
    int WithoutEvent,
    int SecondCards,
    int WithoutCard,
    int Unsent,
    string Integrity
)
{
    private const string Claimed = "kind = 'LeadClaimed'";

    public required int Claims { get; init; }

    public bool IsNothing =>
        this
            is {
                Lost: 0,
                TwoClaimers: 0,
                SecondEffects: 0,
                WithoutEvent: 0,
                WithoutCard: 0,
                Unsent: 0,
                Integrity: "ok",
                Claims: > 0
            };

    public static async Task<Losses> CountAsync(KillStage stage, KillLoad load)
    {
        var rows = stage.Database;
        var cards = await CardsAsync(stage);
        return new Losses(
            await LostAsync(rows, load),
            await rows.CountAsync(
                $"from (select lead from lead_events where {Claimed} group by lead having count(*) > 1) t"
            ),
            await rows.SumAsync(
                "select count(*) - 1 as n from lead_events where update_id is not null group by update_id"
            ),
            await rows.CountAsync(
                $"from leads l where (owner is not null and not exists (select 1 from lead_events e where e.lead = l.id and {Claimed}))"
                    + " or events <> (select count(*) from lead_events e where e.lead = l.id)"
            ),
            cards.Values.Sum(c => c - 1),
            (await rows.ReadAsync("select id from leads")).Count(id => !cards.ContainsKey($"L-{id}")),
            await rows.CountAsync("from outbox where state in ('Pending', 'Sending')"),
            rows.IsSqlite ? string.Join(' ', await rows.ReadAsync("pragma integrity_check")) : "ok"
        )
        {
            Claims = await rows.CountAsync($"from lead_events where {Claimed}"),
        };
    }

    private static async Task<int> LostAsync(Database rows, KillLoad load)
    {
        var stored = (await rows.ReadAsync("select key || ' ' || lead from inquiries")).ToHashSet();
        return load.Acknowledged.Count(a => !stored.Contains($"{a.Key} {a.Value[2..]}"));
    }

    private static async Task<Dictionary<string, int>> CardsAsync(KillStage stage)
    {
        var cards = new List<string>();
        foreach (var team in stage.Teams)
        {
            var messages = await stage.Telegram.MessagesAsync(team.Chat, 0, TimeSpan.Zero);
            cards.AddRange(messages.Where(Cards.IsCard).Select(m => Cards.LeadOf(m.Text!)!));
        }

        return cards.CountBy(c => c).ToDictionary();
    }
}
