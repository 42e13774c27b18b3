using System.Text.Json.Serialization;

namespace HandoffBot.Features.Intake;

/// <summary>The answer to a lead that was taken.</summary>
/// <param name="Lead">Its number, <c>L-1042</c>.</param>
public sealed record LeadTaken(string Lead)
{
    /// <summary>True when the same post came before: nothing was changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Duplicate { get; init; }

    /// <summary>True when the contact has an open lead already, which now knows of this inquiry too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RepeatInquiry { get; init; }
}
