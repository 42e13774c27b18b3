using System.Diagnostics;
using Npgsql;

namespace HandoffBot.Backups;

/// <summary>An archive of pg_dump. The password goes by the environment: a command line is seen by everybody on the machine.</summary>
/// <param name="path">The folders programs are looked for in, as the variable PATH has them.</param>
internal sealed class PostgresCopy(NpgsqlConnectionStringBuilder server, string? path) : IDatabaseCopy
{
    private const string Dump = "pg_dump";

    public string Extension => ".dump";

    public string? Lacks =>
        Find() is null
            ? "pg_dump is not on the PATH: install PostgreSQL's client (Debian: postgresql-client), not older than the server."
            : null;

    public async Task<string?> WriteAsync(string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find()!, ["--format=custom", "--no-password", $"--file={file}"])
        {
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment().Where(v => !string.IsNullOrEmpty(v.Value)))
        {
            start.Environment[name] = value;
        }

        using var dump = Process.Start(start)!;
        try
        {
            var said = await dump.StandardError.ReadToEndAsync(cancellationToken);
            await dump.WaitForExitAsync(cancellationToken);
            return dump.ExitCode == 0 ? null : said.Trim().ReplaceLineEndings(" ");
        }
        finally
        {
            if (!dump.HasExited)
            {
                dump.Kill();
            }
        }
    }

    private Dictionary<string, string?> Environment() =>
        new()
        {
            ["PGHOST"] = server.Host,
            ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = server.Username,
            ["PGPASSWORD"] = server.Password,
            ["PGPASSFILE"] = server.Passfile,
            ["PGDATABASE"] = server.Database,
            ["PGSSLMODE"] = server.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var other => other.ToString().ToLowerInvariant(),
            },
            ["PGSSLROOTCERT"] = server.RootCertificate,
            ["PGSSLCERT"] = server.SslCertificate,
            ["PGSSLKEY"] = server.SslKey,
        };

    private string? Find() =>
        (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? Dump + ".exe" : Dump))
            .FirstOrDefault(File.Exists);
}
