using System.Security.Cryptography;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>
/// Copies of lists, as long as they are worked on: beside the database file, else in the machine's folder for such, readable by the
/// bot's user alone. One that is gone is fetched again.
/// </summary>
internal sealed class ListCopies(IChat chat, DatabaseFile database)
{
    private const string Mark = ".list-";
    private const string Nameless = "handoffbot";
    private const string Unfinished = ".part";

    /// <summary>A file of 20 MB, on the slowest way there is.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private string Beginning => $"{database.Path ?? Path.Combine(Path.GetTempPath(), Nameless)}{Mark}";

    public string PathOf(LeadList list) => Beginning + list.CopyName;

    /// <summary>Sent: the copy is there.</summary>
    public async Task<SendOutcome> FetchAsync(LeadList list, CancellationToken cancellationToken)
    {
        var path = PathOf(list);
        if (File.Exists(path))
        {
            return new SendOutcome.Sent();
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Longest);
        SendOutcome outcome;
        await using (var file = Make(path + Unfinished))
        {
            outcome = await chat.FetchAsync(list.FileId, file, enough.Token);
        }

        if (outcome is SendOutcome.Sent)
        {
            File.Move(path + Unfinished, path, overwrite: true);
        }
        else
        {
            File.Delete(path + Unfinished);
        }

        return outcome;
    }

    public async Task<string> HashAsync(LeadList list, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(PathOf(list));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    public void Remove(LeadList list)
    {
        File.Delete(PathOf(list));
        File.Delete(PathOf(list) + Unfinished);
    }

    /// <summary>What was left behind by lists that are settled. Beside no file of its own another bot's may lie there as well.</summary>
    /// <param name="names">Of the copies that are still needed.</param>
    public void RemoveOthers(IReadOnlyCollection<string> names)
    {
        if (database.Path is null)
        {
            return;
        }

        var beginning = Path.GetFileName(Beginning);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Beginning)!, $"{beginning}*").ToList())
        {
            if (!names.Contains(Path.GetFileName(file)[beginning.Length..]))
            {
                File.Delete(file);
            }
        }
    }

    private static FileStream Make(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
