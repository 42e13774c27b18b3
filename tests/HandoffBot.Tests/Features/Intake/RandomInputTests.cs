using System.Text;
using CsCheck;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Intake;

public sealed class RandomInputTests
{
    private const int Posts = 150;

    private static readonly string[] Fields =
    [
        "externalId",
        "name",
        "phone",
        "email",
        "messenger",
        "message",
        "product",
        "city",
        "campaign",
        "utm",
        "page",
        "occurredAt",
        "test",
        "extra",
        "website",
        "utm_campaign",
    ];

    private static readonly string[] TextFields =
    [
        "name",
        "phone",
        "email",
        "messenger",
        "message",
        "product",
        "city",
        "campaign",
        "page",
    ];

    private static readonly Gen<string> Text = Gen.OneOf<string>(
        Gen.String,
        Gen.Char.Array[0, 40].Select(letters => new string(letters)),
        Gen.OneOf<string>(
            "+79123451234",
            "8 912 345 12 34",
            "a@mail.ru",
            "@anna_p",
            "t.me/anna_p",
            "\0",
            "\uD800",
            "\u202E",
            "2026-11-16T10:00:00Z",
            "2190-01-01",
            "-0001-01-01",
            "true",
            new string('9', 300)
        )
    );

    private static readonly Gen<string> Json = Gen.Recursive<string>(
        (depth, inner) =>
            depth > 3
                ? Scalar
                : Gen.OneOf<string>(
                    Scalar,
                    inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
                    Gen.Select(Text, inner).Array[0, 4].Select(Object)
                )
    );

    private static Gen<string> Scalar =>
        Gen.OneOf<string>(
            Text.Select(Quoted),
            Gen.Double.Select(d => double.IsFinite(d) ? d.ToString("R", CultureInfo.InvariantCulture) : "1e400"),
            Gen.OneOf<string>("true", "false", "null", "\"\\ud83d\"", "\"\\u0000\"", "1e999", "-0")
        );

    private static Gen<string> Post =>
        Gen.Frequency<string>(
            (
                1,
                Gen.Select(Gen.OneOf<string>(Fields), Gen.OneOf<string>(Text.Select(Quoted), Json))
                    .Array[0, 12]
                    .Select(Object)
            ),
            (1, Gen.Select(Gen.OneOf<string>(TextFields), Text.Select(Quoted)).Array[0, 12].Select(Object))
        );

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Random_bytes_never_break_the_intake(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        await Each(Gen.Byte.Array[0, 300], body => stage.PostRawAsync(body));

        await stage.NothingIsHalfStoredAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Random_shapes_of_json_never_break_the_intake(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var taken = await Each(Post, body => stage.PostTextAsync(body));

        // Else the shapes would only show that everything is refused.
        Assert.InRange(taken, 1, Posts);
        await stage.NothingIsHalfStoredAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Random_bytes_never_break_a_form(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var types = Gen.OneOf<string>(
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/x-www-form-urlencoded; charset=utf-16"
        );
        var bodies = Gen.OneOf<byte[]>(
            Gen.Byte.Array[0, 300],
            Text.Array[0, 6].Select(parts => Encoding.UTF8.GetBytes(string.Join('&', parts.Select(p => $"phone={p}")))),
            Text.Select(t =>
                Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{t}\"\r\n\r\n{t}\r\n--x--")
            )
        );

        await Each(
            Gen.Select(types, bodies),
            async post =>
            {
                using var content = new ByteArrayContent(post.Item2);
                content.Headers.TryAddWithoutValidation("Content-Type", post.Item1);
                return await stage.SubmitAsync(content);
            }
        );

        await stage.NothingIsHalfStoredAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Random_fields_never_break_a_form(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var taken = await Each(
            Gen.Select(Gen.OneOf<string>(Fields), Text).Array[0, 10],
            fields => stage.SubmitAsync([.. fields.Select(f => (f.Item1, f.Item2))])
        );

        Assert.InRange(taken, 1, Posts);
        await stage.NothingIsHalfStoredAsync();
    }

    /// <summary>Posts them one by one, fast enough for no limit to hide an answer; returns how many were taken.</summary>
    private static async Task<int> Each<T>(Gen<T> posts, Func<T, Task<IntakeAnswer>> post)
    {
        var taken = 0;
        foreach (var given in posts.Array[Posts].Single())
        {
            var answer = await post(given);
            Assert.True((int)answer.Status < 500, $"{answer.Status} for {Check.Print(given)}");
            taken += (int)answer.Status < 300 ? 1 : 0;
        }

        return taken;
    }

    private static string Object((string Name, string Value)[] members) =>
        $"{{{string.Join(',', members.Select(m => $"{Quoted(m.Name)}:{m.Value}"))}}}";

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' or < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString()))}\"";
}
