using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Support;

/// <summary>What a story told in both languages takes its cases from: <c>[Theory, ClassData(typeof(BothLanguages))]</c>.</summary>
public sealed class BothLanguages : TheoryData<string>
{
    public BothLanguages()
    {
        Add(nameof(Language.English));
        Add(nameof(Language.Russian));
    }
}
