using System.Data.Common;
using System.Text;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HandoffBot.Tests.Upgrades;

/// <summary>
/// The rows a release left behind, as statements that both databases take; the tables are made by that release's own migrations,
/// which nobody changes any more. The first line names the last of them.
/// </summary>
internal static class ReleasedRows
{
    private const string FirstLine = "-- ";

    public static IEnumerable<string> Releases =>
        Directory.GetFiles(Repository.PathOf("tests/HandoffBot.Tests/Upgrades"), "*.sql").Order();

    /// <summary>All rows of a database in one file.</summary>
    public static async Task<string> ReadOutAsync(HandoffDb db)
    {
        var migration = (await db.Database.GetAppliedMigrationsAsync()).Last().Split('_', 2)[1];
        var text = new StringBuilder(FirstLine).Append(migration).Append('\n');
        await db.Database.OpenConnectionAsync();
        foreach (var table in await TablesAsync(db))
        {
            var flags = FlagsOf(db, table);
            await using var command = Command(db, $"select * from {table}");
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var names = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
                var values = names.Select((n, i) => Literal(rows.GetValue(i), flags.Contains(n)));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"insert into {table} ({string.Join(", ", names)}) values ({string.Join(", ", values)});\n"
                );
            }
        }

        return text.ToString();
    }

    /// <summary>An empty database becomes that of the release.</summary>
    public static async Task LoadAsync(HandoffDb db, string rows)
    {
        await db.GetService<IMigrator>().MigrateAsync(rows.Split('\n')[0][FirstLine.Length..].Trim());
        await RunAsync(db, rows);
        if (db.Database.IsNpgsql())
        {
            await RunAsync(
                db,
                """
                select setval(pg_get_serial_sequence(table_name, column_name), 1000)
                from information_schema.columns where is_identity = 'YES' and table_schema = 'public'
                """
            );
        }
    }

    private static async Task RunAsync(HandoffDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = Command(db, sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Those others refer to come first.</summary>
    private static async Task<IReadOnlyList<string>> TablesAsync(HandoffDb db)
    {
        var names = await db
            .Database.SqlQueryRaw<string>(
                """
                select name as "Value" from sqlite_master
                where type = 'table' and name not like 'sqlite%' and substr(name, 1, 2) <> '__' order by name
                """
            )
            .ToListAsync();
        return [.. names.OrderBy(n => n is not ("contacts" or "teams" or "leads"))];
    }

    private static HashSet<string> FlagsOf(HandoffDb db, string table) =>
        [
            .. db
                .Model.GetEntityTypes()
                .Where(e => e.GetTableName() == table)
                .SelectMany(e => e.GetProperties())
                .Where(p => p.ClrType == typeof(bool))
                .Select(p => p.GetColumnName()),
        ];

    private static string Literal(object value, bool isFlag) =>
        value switch
        {
            DBNull => "null",
            long number when isFlag => number == 0 ? "false" : "true",
            string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static DbCommand Command(HandoffDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
