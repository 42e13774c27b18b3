using System.Net;

namespace HandoffBot.Load.Running;

/// <summary>What a program posts; the names are those of the contract.</summary>
internal sealed record LeadPost(string Name, string Phone)
{
    public string? ExternalId { get; init; }

    public string Message { get; init; } = "Three windows, measuring on Saturday";

    public string Product { get; init; } = "PVC windows";

    public string City { get; init; } = "Kazan";

    public string Campaign { get; init; } = "Autumn";

    /// <summary>Somebody nobody else has the number of.</summary>
    public static LeadPost Of(int number) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"Anna Petrova {number}"),
            string.Create(CultureInfo.InvariantCulture, $"+7912{1_000_000 + number}")
        );
}

/// <param name="Status">Null: no answer came.</param>
/// <param name="Lead">Its number, such as L-7; null when it was not taken.</param>
internal sealed record PostAnswer(HttpStatusCode? Status, string? Lead, bool Duplicate, TimeSpan Took);
