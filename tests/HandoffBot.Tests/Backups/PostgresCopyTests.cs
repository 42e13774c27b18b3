using System.Runtime.Versioning;
using HandoffBot.Backups;
using HandoffBot.Tests.Support;
using Npgsql;

namespace HandoffBot.Tests.Backups;

public sealed class PostgresCopyTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_pg_dump_it_says_what_to_install()
    {
        var make = new MakeBackup(new PostgresCopy(new NpgsqlConnectionStringBuilder("Host=db"), folder.Path));

        var outcome = await make.HandleAsync(folder.Of("b.dump"), mayReplace: false, Token);

        Assert.Contains("install", Assert.IsType<BackupOutcome.Failed>(outcome).Words);
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task Password_of_the_server_is_on_no_command_line()
    {
        await File.WriteAllTextAsync(
            folder.Of("pg_dump"),
            "#!/bin/sh\necho \"$PGHOST $PGPASSWORD, $*\" >&2; exit 1\n",
            Token
        );
        File.SetUnixFileMode(folder.Of("pg_dump"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var server = new NpgsqlConnectionStringBuilder("Host=db;Username=handoff;Password=s3cret;SSL Mode=VerifyFull");

        var said = await new PostgresCopy(server, folder.Path).WriteAsync("b.dump", Token);

        Assert.Equal("db s3cret, --format=custom --no-password --file=b.dump", said);
    }
}
