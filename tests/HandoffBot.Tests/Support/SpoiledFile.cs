using HandoffBot.Backups;
using Microsoft.Data.Sqlite;

namespace HandoffBot.Tests.Support;

/// <summary>What a disk, a transfer or a person may have made of a backup.</summary>
internal static class SpoiledFile
{
    public static async Task MakeAsync(string file, string kind)
    {
        var whole = await File.ReadAllBytesAsync(file);
        switch (kind)
        {
            case "cut":
                await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)]);
                break;
            case "zeroed":
                await File.WriteAllBytesAsync(file, new byte[whole.Length]);
                break;
            case "text":
                await File.WriteAllTextAsync(file, new string('x', whole.Length));
                break;
            case "empty":
                await File.WriteAllBytesAsync(file, []);
                break;
            case "foreign":
                File.Delete(file);
                await ExecuteAsync(file, "create table other (id integer)");
                break;
            case "newer":
                await ExecuteAsync(
                    file,
                    """insert into "__EFMigrationsHistory" values ('99990101000000_FromTheFuture', '99')"""
                );
                break;
            default:
                File.Delete(file);
                break;
        }
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var database = new SqliteConnection(
            SqliteFile.ConnectionString(file, SqliteOpenMode.ReadWriteCreate)
        );
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
