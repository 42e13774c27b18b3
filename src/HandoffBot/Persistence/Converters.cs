using System.Text.Json;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HandoffBot.Persistence;

/// <summary>Instants as Unix milliseconds: both databases compare and sort them alike.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        v => v.ToUnixTimeMilliseconds(),
        v => DateTimeOffset.FromUnixTimeMilliseconds(v)
    );

internal sealed class LeadIdConverter() : ValueConverter<LeadId, long>(v => v.Value, v => new LeadId(v));

internal sealed class PersonIdConverter() : ValueConverter<PersonId, long>(v => v.Value, v => new PersonId(v));

internal sealed class TeamIdConverter() : ValueConverter<TeamId, int>(v => v.Value, v => new TeamId(v));

/// <summary>A small value without a table of its own.</summary>
internal sealed class AsJson<T>()
    : ValueConverter<T, string>(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web),
        v => JsonSerializer.Deserialize<T>(v, JsonSerializerOptions.Web)!
    );

/// <summary>Two lists are the same when their items are.</summary>
internal sealed class ByItems<T>()
    : ValueComparer<IReadOnlyList<T>>(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
        list => list
    );
