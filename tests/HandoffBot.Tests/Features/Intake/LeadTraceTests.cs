using System.Text.Json.Nodes;
using CsCheck;
using HandoffBot.Features.Intake;

namespace HandoffBot.Tests.Features.Intake;

public sealed class LeadTraceTests
{
    private static readonly Gen<string?> Text = OneOf<string?>(
        null,
        "a \"b\" \\ c",
        "Окна",
        "x:{\"rawPhone\":\"1\"",
        "\\",
        "https://daisy-windows.example/?a={b}"
    );

    private static readonly Gen<LeadPost> Post =
        from page in Text
        from phone in OneOf("+79123451234", "8 (912) 345-12-34", "8 912 \"345\" 12\\34", "+7 912 345 12 34")
        from email in OneOf<string?>(null, "no address", "a@daisy.example")
        from name in OneOf<string?>(null, "rawPhone", "note")
        from value in Text
        select new LeadPost
        {
            Page = page,
            Phone = phone,
            Email = email,
            Extra = name is null ? [] : new Dictionary<string, string> { [name] = value ?? "1" },
        };

    [Fact]
    public void Without_its_spelling_all_else_of_a_trace_stays() =>
        Post.Sample(post =>
        {
            var trace = LeadTrace.Of(post, PhoneReader.Read(post.Phone, "RU"), EmailReader.Read(post.Email)?.Address);
            var expected = trace is null ? null : JsonNode.Parse(trace)!.AsObject();
            // Of a list, which has no pages, it is always cut; a page that looks like a list of fields keeps it.
            if (post.Page?.Contains(":{", StringComparison.Ordinal) is not true)
            {
                expected?.Remove("rawPhone");
            }

            var left = LeadTrace.WithoutSpelling(trace);

            Assert.True(
                JsonNode.DeepEquals(
                    expected is { Count: 0 } ? null : expected,
                    left is null ? null : JsonNode.Parse(left)
                ),
                $"{trace} -> {left}"
            );
        });

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
