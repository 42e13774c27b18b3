using System.Data.Common;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary><c>migrate</c> on an empty database, killed at a random moment; the next one must heal what it finds.</summary>
internal sealed class MigrateKills(Programs programs, Database database)
{
    private const string Verb = "migrate";
    private const int Many = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, string> settings = new()
    {
        ["Storage__Provider"] = database.Provider,
        ["ConnectionStrings__Handoff"] = database.ConnectionString,
        ["Backup__Folder"] = "",
        ["Telegram__Token"] = "424242:LOAD-token_of-nobody",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private int halfDone;
    private int notHealed;
    private int notSound;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int kills)
    {
        var migrations = new MigrateKills(programs, database);
        var whole = await migrations.WholeAsync();
        var late = 0;
        for (var kill = 0; kill < kills; )
        {
            await migrations.EmptyAsync();
            if (await migrations.KilledWithinAsync(whole * Random.Shared.NextDouble()))
            {
                kill++;
                await migrations.HealAsync();
            }
            else if (++late > kills * 5)
            {
                throw new InvalidOperationException($"It was done before it was killed {late} times of {late + kill}.");
            }
        }

        return [migrations.RowOf(kills)];
    }

    /// <summary>How long a whole one takes.</summary>
    private async Task<TimeSpan> WholeAsync()
    {
        await using var child = Child.Start(programs.Bot, [Verb], settings);
        await child.EndedAsync();
        return System.Diagnostics.Stopwatch.GetElapsedTime(child.StartedAt);
    }

    /// <summary>False: it had ended already.</summary>
    private async Task<bool> KilledWithinAsync(TimeSpan wait)
    {
        await using var child = Child.Start(programs.Bot, [Verb], settings);
        await Task.Delay(wait);
        return await child.KillAsync() == Death.Killed;
    }

    private async Task HealAsync()
    {
        halfDone += await IsBegunAsync() ? 1 : 0;
        await using var child = Child.Start(programs.Bot, [Verb], settings);
        if (await child.ExitAsync(Patience) == 0)
        {
            notSound += await IsSoundAsync() ? 0 : 1;
            return;
        }

        notHealed++;
        await Console.Error.WriteLineAsync(child.Said);
    }

    private async Task<bool> IsSoundAsync() =>
        await database.CountAsync("from installation") == 1
        && (!database.IsSqlite || (await database.ReadAsync("pragma integrity_check"))[0] == "ok");

    /// <summary>Told without opening the file, which would mend it.</summary>
    private async Task<bool> IsBegunAsync() =>
        database.IsSqlite
            ? Parts().Any(part => !part.EndsWith(".lock", StringComparison.Ordinal))
            : await database.CountAsync("from information_schema.tables where table_schema = 'public'") > 0;

    private async Task EmptyAsync()
    {
        if (!database.IsSqlite)
        {
            await database.ExecuteAsync("drop schema public cascade; create schema public");
            return;
        }

        foreach (var part in Parts())
        {
            File.Delete(part);
        }
    }

    private string[] Parts()
    {
        var connection = new DbConnectionStringBuilder { ConnectionString = database.ConnectionString };
        var file = (string)connection["Data Source"];
        return Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*");
    }

    private Row RowOf(int kills) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"`migrate` killed at {kills} random moments, {database.Provider}: not healed by the next / not whole"
            ),
            "0 / 0",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{notHealed} / {notSound} (in {halfDone} of them something was there already)"
            ),
            // Too few kills may all come before its first row.
            notHealed == 0
                && notSound == 0
                && (halfDone > 0 || kills < Many)
        );
}
