using System.Collections.Concurrent;
using Npgsql;

namespace HandoffBot.Tests.Support;

/// <summary>
/// Databases on the server whose test is over. Emptied they are as good as new, for a tenth of what it takes to drop one and make
/// another, and connections to them stay open. What is not as it was made, has grown, or is still at work in, is none of them.
/// </summary>
internal static class UsedDatabases
{
    private const string Look = """
        select pg_database_size(current_database()) < 16 * 1024 * 1024
            and not exists (select 1 from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database()))
            and not exists (
                select 1 from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                    and (state <> 'idle' or application_name <> '')
            )
            and not exists (
                select 1 from pg_namespace where nspname not in ('public', 'information_schema') and nspname not like 'pg\_%'
            ),
            (select md5(string_agg(part, ' ' order by part)) from (
                select concat(c.relname, c.relkind, a.attname, a.atttypid, a.atttypmod, a.attnotnull) as part
                from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relnamespace = 'public'::regnamespace
                union all
                select concat(conrelid::regclass, conname, contype) from pg_constraint where connamespace = 'public'::regnamespace
                union all
                select concat(tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
                union all
                select proname from pg_proc where pronamespace = 'public'::regnamespace
            ) parts)
        """;

    /// <summary>Truncated, not deleted from: rows must not stand in the gaps of those of the test before.</summary>
    private const string Empty = """
        do $$
        declare
            used text;
            one record;
        begin
            select string_agg(format('%I', relname), ', ') into used from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '__EFMigrationsHistory'
                    and pg_relation_size(oid) > 0;
            if used is not null then
                execute 'truncate ' || used || ' cascade';
            end if;
            for one in select sequencename as name, start_value from pg_sequences where schemaname = 'public' loop
                perform setval(format('%I', one.name), one.start_value, false);
            end loop;
        end $$
        """;

    private static readonly ConcurrentBag<string> Names = [];
    private static string? shape;

    /// <summary>One that is empty and nobody's, if there is any.</summary>
    public static bool TryTake(out string? name) => Names.TryTake(out name);

    /// <summary>How a database looks that was just made.</summary>
    public static async Task RememberShapeAsync(string connectionString)
    {
        await using var connection = await OpenAsync(connectionString);
        shape = (await LookAsync(connection)).Shape;
    }

    /// <summary>Empties it and keeps it for another test; false when it must go.</summary>
    public static async Task<bool> TryKeepAsync(string name, string connectionString)
    {
        await using var connection = await OpenAsync(connectionString);
        var (isPlain, seen) = await LookAsync(connection);
        if (!isPlain || seen != shape)
        {
            return false;
        }

        await using var empty = new NpgsqlCommand(Empty, connection);
        await empty.ExecuteNonQueryAsync();
        Names.Add(name);
        return true;
    }

    private static async Task<(bool IsPlain, string Shape)> LookAsync(NpgsqlConnection connection)
    {
        await using var look = new NpgsqlCommand(Look, connection);
        await using var seen = await look.ExecuteReaderAsync();
        await seen.ReadAsync();
        return (seen.GetBoolean(0), seen.GetString(1));
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false;Timeout=5;Command Timeout=10");
        await connection.OpenAsync();
        return connection;
    }
}
