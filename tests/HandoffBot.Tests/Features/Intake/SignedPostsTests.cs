using System.Net;
using System.Text;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Features.Intake.Sources;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class SignedPostsTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"externalId":"order-7","phone":"+79123451234","name":"Анна"}"""
    );

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_post_that_is_signed_well_is_taken_and_no_other(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var secret = await DemandAsync(stage);
        var now = stage.Bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        (string Time, string Signature)[] wrong =
        [
            ("", ""),
            (Text(now), ""),
            ("", Signed(secret, now)),
            (Text(now), Signed("hs_another", now)),
            (Text(now), Signed(secret, now - 1)),
            (Text(now), Signed(secret, now)[..^1]),
            (Text(now), Signed(secret, now) + "00"),
            (Text(now), "not hex"),
            (Text(now - 301), Signed(secret, now - 301)),
            (Text(now + 301), Signed(secret, now + 301)),
            ("soon", PostSignature.Sign(secret, "soon", Body)),
            ($"-{now}", PostSignature.Sign(secret, $"-{now}", Body)),
            (Text(long.MaxValue), Signed(secret, long.MaxValue)),
        ];

        var refused = new List<IntakeAnswer>();
        foreach (var (time, signature) in wrong)
        {
            refused.Add(await PostAsync(stage, time, signature));
        }

        var tampered = await PostAsync(stage, Text(now), Signed(secret, now), [.. Body[..^1], .. " }"u8]);
        var stored = (await stage.LeadsAsync()).Count;
        var edge = await PostAsync(stage, Text(now - 300), Signed(secret, now - 300).ToUpperInvariant());

        Assert.All(refused.Append(tampered), a => Assert.Equal(HttpStatusCode.Unauthorized, a.Status));
        Assert.Single(refused.Append(tampered).Select(a => a.Json.GetProperty("detail").GetString()).Distinct());
        Assert.Contains("X-Handoff-Signature", refused[0].Body, StringComparison.Ordinal);
        Assert.Equal(0, stored);
        Assert.Equal(HttpStatusCode.Accepted, edge.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_signed_post_sent_again_is_the_same_lead(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var secret = await DemandAsync(stage);
        var time = Text(stage.Bot.Clock.GetUtcNow().ToUnixTimeSeconds());
        var signature = PostSignature.Sign(secret, time, Body);

        var first = await PostAsync(stage, time, signature);
        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(299));
        var replay = await PostAsync(stage, time, signature);
        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var late = await PostAsync(stage, time, signature);

        Assert.Equal("""{"lead":"L-1"}""", first.Body);
        Assert.Equal((HttpStatusCode.OK, """{"lead":"L-1","duplicate":true}"""), (replay.Status, replay.Body));
        Assert.Equal(HttpStatusCode.Unauthorized, late.Status);
        Assert.Equal(1, Assert.Single(await stage.LeadsAsync()).Inquiries);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Before_signatures_are_demanded_none_is_well_but_a_wrong_one_is_not(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await ChangeAsync(stage, s => s.NewSecret("hs_the-secret", stage.Bot.Clock.GetUtcNow(), TimeSpan.Zero));
        var now = stage.Bot.Clock.GetUtcNow().ToUnixTimeSeconds();

        var wrong = await PostAsync(stage, Text(now), Signed("hs_another", now));
        var none = await PostAsync(stage, "", "");
        var well = await PostAsync(stage, Text(now), Signed("hs_the-secret", now));

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (none.Status, well.Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_secret_alone_opens_nothing(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var secret = await DemandAsync(stage);
        var now = stage.Bot.Clock.GetUtcNow().ToUnixTimeSeconds();

        var withoutKey = await PostAsync(stage, Text(now), Signed(secret, now), key: null);
        var asKey = await PostAsync(stage, Text(now), Signed(secret, now), key: secret);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (withoutKey.Status, asKey.Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_secret_before_the_last_one_signs_for_a_day_more(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var old = await DemandAsync(stage);
        await ChangeAsync(stage, s => s.NewSecret("hs_new", stage.Bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives));

        var now = stage.Bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        var today = await PostAsync(stage, Text(now), Signed(old, now));
        stage.Bot.Clock.Advance(TimeSpan.FromHours(24));
        now = stage.Bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        var tomorrow = await PostAsync(stage, Text(now), Signed(old, now));
        var withNew = await PostAsync(stage, Text(now), Signed("hs_new", now));

        Assert.Equal(HttpStatusCode.Accepted, today.Status);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (tomorrow.Status, withNew.Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Signatures_are_switched_by_verbs_and_only_with_a_secret(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var early = await SwitchAsync(stage, signed: true);
        var secret = await DoAsync(stage, s => s.MintAsync("Test", "Site", CancellationToken.None));
        var nobody = await DoAsync(stage, s => s.MintAsync("Test", "Elsewhere", CancellationToken.None));
        var on = await SwitchAsync(stage, signed: true);
        var unsigned = await stage.PostAsync(new { phone = "+79123451234" });
        var off = await SwitchAsync(stage, signed: false);
        // What a verb changes beside the running bot is seen within a second.
        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await stage.PostAsync(new { phone = "+79123451234" });

        Assert.Equal(SignSourceOutcome.NoSecret, early);
        Assert.Matches("^hs_[A-Za-z0-9_-]{43}$", secret);
        Assert.Null(nobody);
        Assert.Equal((SignSourceOutcome.Switched, SignSourceOutcome.Switched), (on, off));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Accepted), (unsigned.Status, again.Status));
    }

    [Fact]
    public void A_source_without_a_secret_reads_no_signature()
    {
        var source = new Source { Team = new(1), Name = "Site" };
        var headers = new HeaderDictionary { [PostSignature.Header] = "00", [PostSignature.TimeHeader] = "7" };

        Assert.True(PostSignature.IsGood(headers, Body, source, TestBot.Monday));
    }

    private static string Text(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private static string Signed(string secret, long time) => PostSignature.Sign(secret, Text(time), Body);

    private static async Task<string> DemandAsync(IntakeStage stage)
    {
        await ChangeAsync(
            stage,
            source =>
            {
                source.NewSecret("hs_the-secret", stage.Bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
                source.Demand(signed: true);
            }
        );
        return "hs_the-secret";
    }

    private static Task ChangeAsync(IntakeStage stage, Action<Source> change) =>
        stage.Bot.CommitAsync(async scope =>
        {
            change(await scope.Db.Sources.SingleAsync());
            await scope.Db.SaveChangesAsync();
        });

    private static Task<T> DoAsync<T>(IntakeStage stage, Func<SignSource, Task<T>> act) =>
        stage.Bot.CommitAsync(scope => act(scope.Get<SignSource>()));

    private static Task<SignSourceOutcome> SwitchAsync(IntakeStage stage, bool signed) =>
        DoAsync(stage, s => s.DemandAsync("Test", "Site", signed, CancellationToken.None));

    private static Task<IntakeAnswer> PostAsync(
        IntakeStage stage,
        string time,
        string signature,
        byte[]? body = null,
        string? key = IntakeStage.Key
    )
    {
        var headers = new[] { (PostSignature.TimeHeader, time), (PostSignature.Header, signature) };
        return stage.PostRawAsync(body ?? Body, key: key, headers: headers.Where(h => h.Item2.Length > 0));
    }
}
