using HandoffBot.Load.Running;

namespace HandoffBot.Load.Measures;

/// <summary>Fills a SQLite database with leads, most of them closed: one that really came in and was claimed, many times over.</summary>
internal static class LeadHistory
{
    public const int OneOpenIn = 100;

    private const int LeadsOfAWeek = 10_000;
    private const long MinuteInMs = 60_000;

    private static readonly TimeSpan UntilAllIsSaid = TimeSpan.FromSeconds(1);

    public static async Task MakeAsync(Stage stage, Database database, int count)
    {
        var lead = await stage.Bot.SendLeadAsync(1);
        var card = await stage.CardOfAsync(lead, 0);
        await stage.Telegram.PressAsync(stage.Reps.Keys, stage.Chat, card.Id, Cards.Take);
        await Task.Delay(UntilAllIsSaid);
        await stage.Bot.StopAsync();

        await CopyAsync(database, "contacts", count, Numbered("id"), ("phone", "'+7913' || (1000000 + n)"));
        await CopyAsync(
            database,
            "leads",
            count,
            Numbered("id"),
            Numbered("contact_id"),
            Earlier("received_at"),
            UnlessOpen("status", "'Lost'"),
            UnlessOpen("reason", "'Price'"),
            UnlessOpen("closed_at", $"received_at - n * {MinuteInMs}"),
            UnlessOpen("next_step", "0"),
            UnlessOpen("next_step_at", "null")
        );
        await CopyAsync(database, "lead_events", count, ("seq", "null"), Numbered("lead"), Earlier("at"));
        await CopyAsync(database, "inquiries", count, ("id", "null"), ("key", "key || n"), Numbered("lead"));
        // What was said in a week is kept in the outbox, and where it stands for good.
        await CopyAsync(database, "outbox", LeadsOfAWeek, ("seq", "null"), ("once_key", "once_key || '#' || n"));
        await CopyAsync(database, "messages", count, ("message_id", "message_id - 1000 * n"), Numbered("about"));
        await database.ExecuteAsync($"update counters set next = next + {count} where name = 'lead'; analyze;");
        var leads = (await database.ReadAsync("select count(*) from leads")).Single();
        _ = leads == $"{count + 1}" ? true : throw new InvalidOperationException($"{leads} leads were made.");
    }

    private static (string Column, string Value) Numbered(string column) => (column, $"{column} + n");

    /// <summary>One every minute, back from now.</summary>
    private static (string Column, string Value) Earlier(string column) => (column, $"{column} - n * {MinuteInMs}");

    private static (string Column, string Value) UnlessOpen(string column, string value) =>
        (column, $"case when n % {OneOpenIn} = 0 then {column} else {value} end");

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
