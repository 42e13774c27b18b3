using HandoffBot.Persistence;
using Npgsql;

namespace HandoffBot.Tests.Support;

public sealed class UsedDatabasesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData("create schema beside"), InlineData("create table more (id int)")]
    public async Task What_a_test_left_beside_the_tables_meets_no_other_test(string left)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(StorageProvider.Postgres);
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(Token);
            await using var command = new NpgsqlCommand(left, connection);
            await command.ExecuteNonQueryAsync(Token);
        }

        Assert.False(await UsedDatabases.TryKeepAsync(database.Name, database.ConnectionString));
    }
}
