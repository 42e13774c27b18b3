namespace HandoffBot.Persistence;

/// <summary>Where the rows are kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>One file by default; PostgreSQL when one machine is outgrown.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;
}

/// <summary>The databases the bot works with.</summary>
public enum StorageProvider
{
    Sqlite,
    Postgres,
}
