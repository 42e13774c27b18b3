using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Fills a SQLite database with closed leads: one that really came in and was claimed, many times over.</summary>
internal static class LeadHistory
{
    private const long MinuteInMs = 60_000;

    public static async Task MakeAsync(Stage stage, Database database, int count)
    {
        var lead = await stage.Bot.SendLeadAsync(1);
        var card = await stage.CardOfAsync(lead, 0);
        await stage.Telegram.PressAsync(stage.Reps.Keys, stage.Chat, card.Id, Cards.Take);
        await stage.Bot.StopAsync();

        await CopyAsync(database, "contacts", count, Numbered("id"), ("phone", "'+7913' || (1000000 + n)"));
        await CopyAsync(
            database,
            "leads",
            count,
            Numbered("id"),
            Numbered("contact_id"),
            Earlier("received_at"),
            ("status", "'Lost'"),
            ("reason", "'Price'"),
            Earlier("closed_at", from: "received_at"),
            ("next_step", "0"),
            ("next_step_at", "null")
        );
        await CopyAsync(database, "lead_events", count, ("seq", "null"), Numbered("lead"), Earlier("at"));
        await CopyAsync(database, "inquiries", count, ("id", "null"), ("key", "key || n"), Numbered("lead"));
        await database.ExecuteAsync($"update counters set next = next + {count}; pragma optimize;");
    }

    private static (string Column, string Value) Numbered(string column) => (column, $"{column} + n");

    /// <summary>One every minute, back from now.</summary>
    private static (string Column, string Value) Earlier(string column, string? from = null) =>
        (column, $"{from ?? column} - n * {MinuteInMs}");

    private static async Task CopyAsync(
        Database database,
        string table,
        int count,
        params (string Column, string Value)[] changed
    )
    {
        var columns = await database.ReadAsync($"select name from pragma_table_info('{table}')");
        var values = columns.Select(c => changed.FirstOrDefault(o => o.Column == c).Value ?? $"\"{c}\"");
        await database.ExecuteAsync(
            $"""
            with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < {count})
            insert into "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            select {string.Join(", ", values)} from (select * from "{table}"), numbers
            """
        );
    }
}
