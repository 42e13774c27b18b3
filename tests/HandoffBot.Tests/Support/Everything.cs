using System.Data.Common;
using System.Text;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Support;

/// <summary>All that is kept anywhere, as text to be searched.</summary>
internal static class Everything
{
    /// <summary>Every value of every row of every table.</summary>
    public static async Task<string> RowsAsync(HandoffDb db)
    {
        var said = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                AddRow(said.Append(table), reader);
            }
        }

        return said.ToString();
    }

    /// <summary>Every byte of these files.</summary>
    public static string Bytes(IEnumerable<string> files)
    {
        var said = new StringBuilder();
        foreach (var file in files)
        {
            using var open = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var copy = new MemoryStream();
            open.CopyTo(copy);
            said.AppendLine(file).Append(Encoding.UTF8.GetString(copy.ToArray()));
        }

        return said.ToString();
    }

    private static void AddRow(StringBuilder said, DbDataReader reader)
    {
        for (var column = 0; column < reader.FieldCount; column++)
        {
            said.Append('\t').Append(reader.GetValue(column));
        }

        said.AppendLine();
    }
}
