namespace HandoffBot.Load.Running;

/// <summary>What is measured, as files that can be run.</summary>
/// <param name="Bot">Published, with code compiled ahead.</param>
/// <param name="Sandbox">The look-alike.</param>
/// <param name="Folder">Where databases may be made.</param>
/// <param name="Postgres">A server's connection string without a database; null: SQLite only.</param>
internal sealed record Programs(string Bot, string Sandbox, string Folder, string? Postgres)
{
    public Database NewSqlite() => Database.Sqlite(Folder);
}
