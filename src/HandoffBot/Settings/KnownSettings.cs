using System.Reflection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Settings;

/// <summary>The settings the bot reads, so that a misspelt one can be named instead of being ignored.</summary>
internal sealed class KnownSettings
{
    private const string SectionConstant = "Section";

    private readonly Dictionary<string, string[]> sections;

    public KnownSettings(IServiceCollection services)
    {
        var file = SecretFiles.Secrets.Select(s => s.Split(':')).ToLookup(s => s[0], s => s[1]);
        sections = services
            .Select(s => s.ServiceType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(t => t.GetGenericArguments()[0])
            .Where(t => t.Assembly == typeof(KnownSettings).Assembly)
            .Distinct()
            .Select(t => (Section: SectionOf(t), Names: t.GetProperties().Select(p => p.Name)))
            .Append((Section: "ConnectionStrings", Names: file["ConnectionStrings"]))
            .GroupBy(s => s.Section, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                g => g.Key,
                g => g.SelectMany(s => s.Names).Concat(file[g.Key].Select(f => f + "File")).Distinct().ToArray(),
                StringComparer.OrdinalIgnoreCase
            );
    }

    /// <summary>One line for each setting that stands in a known section and is read by nothing.</summary>
    public IEnumerable<string> Misspelt(IConfiguration settings) =>
        from section in sections
        from key in settings.GetSection(section.Key).GetChildren()
        where !section.Value.Contains(key.Key, StringComparer.OrdinalIgnoreCase)
        select $"{key.Path} is no setting and is ignored; {section.Key} has {string.Join(", ", section.Value)}.";

    private static string SectionOf(Type options) =>
        (string)options.GetField(SectionConstant, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
}
