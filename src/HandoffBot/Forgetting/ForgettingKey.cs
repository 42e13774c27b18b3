using System.Security.Cryptography;
using System.Text;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Forgetting;

/// <summary>The secret that turns a contact into a mark: without it the list of the forgotten tells nothing of anybody.</summary>
internal sealed class ForgettingKey
{
    private const int Length = 32;
    private const int NameLength = 8;

    private readonly byte[] secret;

    private ForgettingKey(byte[] secret)
    {
        this.secret = secret;
        Name = Convert.ToHexStringLower(SHA256.HashData(secret))[..NameLength];
    }

    /// <summary>Tells this key from another one and gives nothing of it away: 8 hexadecimal digits.</summary>
    public string Name { get; }

    /// <summary>Null when there is none, or what lies there is no key.</summary>
    /// <exception cref="IOException">It is there and cannot be read; so does <see cref="UnauthorizedAccessException"/>.</exception>
    public static ForgettingKey? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var found = new byte[Length];
        var isKey = Convert.TryFromBase64String(File.ReadAllText(file).Trim(), found, out var length);
        return isKey && length == Length ? new ForgettingKey(found) : null;
    }

    /// <summary>The one that is there, else a new one, readable by the bot's user alone. One that is no key is not written over.</summary>
    /// <exception cref="IOException">It cannot be read or made; so does <see cref="UnauthorizedAccessException"/>.</exception>
    public static ForgettingKey ReadOrMake(string file)
    {
        if (Read(file) is { } known)
        {
            return known;
        }

        // Whole before it has its name, and never over another process's.
        var unfinished = $"{file}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            PrivateFile.Append(unfinished, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n");
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process made it at the same moment.
        }
        finally
        {
            File.Delete(unfinished);
        }

        return Read(file) ?? throw new IOException($"{file} holds no key.");
    }

    /// <summary>HMAC-SHA256 of the contact, 64 hexadecimal digits.</summary>
    public string MarkOf(ContactKey contact) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(contact.ToString())));
}
