using System.Text;

namespace HandoffBot.Load.Figures;

/// <summary>The table in Markdown, alone and as a page with the machine it was measured on.</summary>
internal static class Report
{
    public static string Table(IEnumerable<Row> rows)
    {
        var table = new StringBuilder("| what | at least | measured | |\n| --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            var mark = row.Reached switch
            {
                true => "✓",
                false => "✗",
                null => "",
            };
            table.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.AtLeast} | {row.Measured} | {mark} |\n");
        }

        return table.ToString();
    }

    public static string Page(IEnumerable<Row> rows, Machine machine) =>
        $"""
            # How fast it is

            Measured by `scripts/load`, which prints this table and, with `--write`, writes this page; never by a test. The bot is the
            published one (Release, ReadyToRun) in a process of its own, against the look-alike of Telegram in another one, over HTTP
            on one machine. So the way to Telegram and back is not in these figures; the limits of its flood control are, where the
            table says so.

            {Table(rows)}
            Measured on {machine}.

            ## What is measured

            - **Calm**: one lead at a time, limits off in the look-alike and `SendLimits` at 0, so that the figure is the bot's own; the
              first {Measures.Calm.WarmUp} are not counted. From the post of a site's form (five forms in turn, each visitor from an address
              of their own) to the card standing in the group; from a press to the answer to it, both on the look-alike's clock.
            - **A rush**: limits on at both ends, the queue off (`Rush:After` 0). The greedy replay takes every message and edit the group really got and sends each as
              early as the look-alike's limits allow after it became due: a card when its lead was sent, a turned card when it was
              pressed, anything else when it was really sent. The ratio is that of the two last messages, both counted from the first
              lead. A claim is pressed by a rep 1 to 10 s after they could see the card.
            - **The queue**: limits on at both ends, the queue on. Six reps take whatever they are given, a card or the next of the queue, as often as they
              are let, and work one lead after the other, ten seconds each, until they reached the customer. A lead is in a rep's hands when its contact
              stands in their private chat.
            - **One winner**: told by the answers to the presses, and by the name on the card.
            - **Start**: from the start of the process to the first 200 of `/health/ready`, the median of {Measures.Starts.Tries}.
              The check of the database alone is what `HandoffBot migrate` takes on the same file.
            - **At the writer**: the same leads put in by so many callers through the one writer, and each in a connection and a
              transaction of its own, in turns within one process; over HTTP the same is the next measure.
            - **Connections**: programs post over so many connections; processor time is that of the bot's process, syncs of the disk
              are counted by `strace` (SQLite) or by the server (`pg_stat_wal`). Raw commits are single rows committed one by one on the
              same disk in the same run.
            - **Behind unsent cards**: presses, one after the other, while cards wait for the limits; the calm figure is from the same run, and of
              neither process the first 30 are counted.
            - **500 for a while**: every call of the bot, `getUpdates` too. The minimum is what the limits alone make the cards of one chat take.
            - **Repeats**: posts with an id posted before, some at the same instant, half of the contacts the same.
            - **A list**: a spreadsheet with eight columns and contacts that nobody has, sent to the bot in private by a marketer. From the
              file being sent to the question standing there; from the press to the word that it is done, every lead waiting in the queue.
              Memory is the most the bot's process held meanwhile above what it held before, after a list of 200. A rep presses "Take" ten
              times a second all the while.
            - **Steps**: in one process, without Telegram, its clock moved by hand: real leads evenly over the teams and each of them many times
              over, lost long ago; then a sweep with nothing due, twice the number that is counted, and the sweeps in which every open lead is
              told of: silently, with names, to the manager.
            - **A year**: by the same moved clock, shifts changing every quarter of an hour and sweeps in the very instant in which a step is due.
              Half of the leads come before a clock changes; what is due is counted out in slots of ten seconds by the clock on the wall, with no
              code of the bot's. Downtimes are of two minutes or of three to six hundred; the longer ones count against nobody.
            - **Memory**: of the bot's process, started as the container and the unit start it (`MALLOC_ARENA_MAX=2`), after every twentieth of
              the leads and all of their cards; the slope of the straight line nearest to all points after the first fifth. Reminders, the
              SLA and the word to the manager fall due within 15 s, so that the first fifth has seen all of them: what a process does for the first
              time costs memory once. The live heap is what the last garbage collection left.
            - **Storm**: leads at an even rate for an hour, taken and worked by reps, while 429s, 500s, cuts and kills come and go by a
              fixed plan.
            - **Kills**: the process is killed by the system, or by itself at the n-th pass of a point, under load; afterwards what
              senders and the look-alike remember is compared with the database.

            """;
}
