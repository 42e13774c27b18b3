using System.Net;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class PostFormTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitor_is_thanked_and_the_lead_is_there(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answer = await stage.SubmitAsync(
            ("Name", "Анна"),
            ("Phone", "8 912 345-12-34"),
            ("utm_campaign", "autumn"),
            ("page", "https://site.example/form")
        );

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.Status, answer.Type));
        Assert.Contains("<html lang=\"ru\">", answer.Body, StringComparison.Ordinal);
        var lead = Assert.Single(await stage.LeadsAsync());
        Assert.Equal(("Анна", "+79123451234", false), (lead.Contact.Name, lead.Contact.Phone, lead.IsSuspect));
        Assert.NotNull(lead.CampaignId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Browser_goes_on_to_the_address_of_the_source_never_of_the_request(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, thanksUrl: "https://site.example/thanks");

        var answer = await stage.SubmitAsync(
            ("phone", "+79123451234"),
            ("thanksUrl", "https://evil.example"),
            ("redirect", "https://evil.example")
        );

        Assert.Equal((HttpStatusCode.SeeOther, "https://site.example/thanks"), (answer.Status, answer.Location));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Multipart_form_is_read_alike(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("anna@mail.ru"), "email" },
            { new ByteArrayContent([0xFF, 0xD8, 0x00]), "photo", "a.jpg" },
        };

        var answer = await stage.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("anna@mail.ru", Assert.Single(await stage.LeadsAsync()).Contact.Email);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_field_is_named_in_the_language_of_the_team(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, language: Language.English);

        var phone = await stage.SubmitAsync(("phone", "call me"));
        var email = await stage.SubmitAsync(("email", "nowhere"));
        var none = await stage.SubmitAsync(("name", "Anna"));

        Assert.Equal(HttpStatusCode.BadRequest, phone.Status);
        Assert.Contains("check the phone number", phone.Body, StringComparison.Ordinal);
        Assert.Contains("check the e-mail address", email.Body, StringComparison.Ordinal);
        Assert.Contains("leave a phone number or an e-mail", none.Body, StringComparison.Ordinal);
        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitor_may_set_neither_test_nor_id_nor_extra_fields(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        await stage.SubmitAsync(("phone", "+79123451234"), ("test", "true"), ("externalId", "1"), ("extra", "x"));

        Assert.False(Assert.Single(await stage.LeadsAsync()).IsTest);
        Assert.Equal("""{"extra":{"origin":"https://site.example"}}""", await stage.WordsAsync(WordsKind.Trace));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Foreign_origin_is_refused_and_a_missing_one_passes_flagged(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(
            provider,
            origins: "https://site.example, https://b.example/"
        );
        using var foreignForm = Phone("+79123451234");
        using var secondForm = Phone("+79123451234");
        using var namelessForm = Phone("+79123451235");

        var foreign = await stage.SubmitAsync(foreignForm, origin: "https://evil.example");
        var second = await stage.SubmitAsync(secondForm, origin: "https://B.example");
        var nameless = await stage.SubmitAsync(namelessForm, origin: null);

        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (second.Status, nameless.Status));
        var leads = await stage.LeadsAsync();
        Assert.Equal(2, leads.Count);
        var traces = await stage.Bot.ReadAsync(db =>
            db.LeadWords.Where(w => w.Kind == WordsKind.Trace).OrderBy(w => w.Id).Select(w => w.Text).ToListAsync()
        );
        Assert.Equal(["""{"extra":{"origin":"https://B.example"}}""", """{"extra":{"origin":"none"}}"""], traces);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Junk_at_the_public_form_does_not_shut_out_the_key(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, limits: new() { Burst = 2, PerSecond = 1 });
        var forms = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var form = Phone($"+791234512{i:00}");
            forms.Add((await stage.SubmitAsync(form, origin: null)).Status);
        }

        var lead = await stage.PostAsync(new { phone = "+79123451299" });

        Assert.Equal(HttpStatusCode.TooManyRequests, forms[^1]);
        Assert.Equal(HttpStatusCode.Accepted, lead.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Filled_honeypot_is_stored_as_suspect_and_answered_like_any_other(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answer = await stage.SubmitAsync(("phone", "+79123451234"), ("website", "https://spam.example"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(Assert.Single(await stage.LeadsAsync()).IsSuspect);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sixth_post_of_an_address_in_a_minute_is_kept_and_held(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        for (var i = 0; i < 6; i++)
        {
            await stage.SubmitAsync(("phone", $"+7912345000{i}"));
        }

        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.SubmitAsync(("phone", "+79123450006"));

        Assert.Equal(
            [false, false, false, false, false, true, false],
            (await stage.LeadsAsync()).Select(l => l.IsSuspect)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sixty_first_post_of_a_form_in_a_minute_is_kept_and_held_whoever_sends_it(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, settings: "--Public:TrustedProxies:0=127.0.0.1");

        for (var i = 0; i < 61; i++)
        {
            using var form = Phone($"+79123450{i:000}");
            var answer = await stage.SubmitAsync(form, visitor: $"203.0.113.{i}");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }

        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        using var later = Phone("+79123450999");
        await stage.SubmitAsync(later, visitor: "203.0.113.200");

        var leads = await stage.LeadsAsync();
        Assert.Equal(62, leads.Count);
        Assert.Equal("+79123450060", Assert.Single(leads, l => l.IsSuspect).Contact.Phone);
        var held = await stage.Bot.ReadAsync(db => db.Outbox.SingleAsync(o => o.Delivery == nameof(TellSuspect)));
        Assert.Equal(1, held.ChatId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unknown_form_and_one_that_is_too_long_get_a_small_page(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        using var unknownForm = Phone("+79123451234");
        using var longForm = Phone(new string('5', 100_000));

        var unknown = await stage.SubmitAsync(unknownForm, formKey: "nobody");
        var tooLong = await stage.SubmitAsync(longForm);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (unknown.Status, unknown.Type));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "text/html"), (tooLong.Status, tooLong.Type));
        Assert.Empty(await stage.LeadsAsync());
    }

    private static FormUrlEncodedContent Phone(string phone) => new([KeyValuePair.Create("phone", phone)]);
}
