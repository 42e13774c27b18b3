using System.IO.Compression;
using System.Net;
using System.Text;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Intake;

public sealed class BadInputTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_no_json_object_is_refused_with_a_problem(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        string[] bodies =
        [
            "",
            "   ",
            "hello",
            "{\"phone\": ",
            "[]",
            "[{\"phone\":\"+79123451234\"}]",
            "\"+79123451234\"",
            "null",
            "7",
            "{\"phone\":\"+79123451234\"} trailing",
            string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100),
            "{\"phone\":\"+7912345\0 1234\"}",
        ];

        foreach (var body in bodies)
        {
            var answer = await stage.PostTextAsync(body);

            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Type));
        }

        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_wrong_field_is_named_at_once(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answer = await stage.PostTextAsync(
            """
            {"externalId":{},"name":["Anna"],"phone":true,"email":"nowhere","occurredAt":"2190-01-01","test":"yes",
             "utm":"yandex","extra":[1],"message":"\ud83d"}
            """
        );

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal(
            ["email", "externalId", "extra", "message", "name", "occurredAt", "phone", "test", "utm"],
            answer.WrongFields
        );
        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lead_without_any_contact_is_refused(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var nothing = await stage.PostTextAsync("""{"name":"Anna"}""");
        var letters = await stage.PostTextAsync("""{"phone":"call me, 12-34"}""");

        Assert.Equal(["phone"], nothing.WrongFields);
        Assert.Equal(["phone"], letters.WrongFields);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wrong_or_missing_key_opens_nothing(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var body = Encoding.UTF8.GetBytes("""{"phone":"+79123451234"}""");

        foreach (var key in new string?[] { null, "hb_wrong", "a,b", new('k', 5000) })
        {
            var answer = await stage.PostRawAsync(body, key: key);

            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.Status, answer.Type));
        }

        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Other_types_and_encodings_are_named_as_such(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var body = Encoding.UTF8.GetBytes("""{"phone":"+79123451234"}""");

        foreach (
            var type in new[]
            {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=windows-1251",
                "",
            }
        )
        {
            var answer = await stage.PostRawAsync(body, type);

            Assert.Equal(
                (HttpStatusCode.UnsupportedMediaType, "application/problem+json"),
                (answer.Status, answer.Type)
            );
        }

        var latin = await stage.PostRawAsync([.. "{\"phone\":\"+79123451234\",\"name\":\""u8, 0xC0, 0xED, .. "\"}"u8]);
        var wide = await stage.PostRawAsync(Encoding.Unicode.GetBytes("""{"phone":"+79123451234"}"""));
        var marked = await stage.PostRawAsync(
            [.. Encoding.UTF8.Preamble, .. body],
            "application/json; charset=\"UTF-8\""
        );

        Assert.Equal(HttpStatusCode.BadRequest, latin.Status);
        Assert.Equal(HttpStatusCode.BadRequest, wide.Status);
        Assert.Equal(HttpStatusCode.Accepted, marked.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_packed_body_is_never_unpacked(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var lead = Encoding.UTF8.GetBytes("""{"phone":"+79123451234"}""");
        var bomb = new byte[20_000_000];
        lead.CopyTo(bomb, 0);

        foreach (var body in new[] { Packed(lead), Packed(bomb) })
        {
            var named = await stage.PostRawAsync(body, headers: [("Content-Encoding", "gzip")]);
            var unnamed = await stage.PostRawAsync(body);
            using var form = new ByteArrayContent(body);
            form.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
            form.Headers.ContentEncoding.Add("gzip");
            var submitted = await stage.SubmitAsync(form);

            Assert.InRange(body.Length, 1, HttpBody.Most);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, named.Status);
            Assert.Equal(HttpStatusCode.BadRequest, unnamed.Status);
            Assert.Equal((HttpStatusCode.UnsupportedMediaType, "text/html"), (submitted.Status, submitted.Type));
        }

        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_65th_kilobyte_is_one_too_many_also_where_no_length_was_told(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var fits = Lead(HttpBody.Most);
        var tooLong = Lead(HttpBody.Most + 1);

        var taken = await stage.PostRawAsync(fits);
        var told = await stage.PostRawAsync(tooLong);
        var untold = await stage.PostRawAsync(tooLong, headers: [("Transfer-Encoding", "chunked")]);

        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, untold.Status);
        Assert.Single(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_form_of_another_type_is_named_as_such(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        using var json = new StringContent("""{"phone":"+79123451234"}""", Encoding.UTF8, "application/json");
        using var none = new ByteArrayContent([.. "phone=%2B79123451234"u8]);

        var asJson = await stage.SubmitAsync(json);
        var untold = await stage.SubmitAsync(none);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "text/html"), (asJson.Status, asJson.Type));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, untold.Status);
        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hundred_kilobytes_are_too_long(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answer = await stage.PostAsync(new { phone = "+79123451234", message = new string('x', 100_000) });

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Empty(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Odd_texts_are_cleaned_and_bounded_but_the_lead_lives(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        string[] names =
        [
            new('Я', 10_000),
            "<script>alert(1)</script>",
            "\u202EevilTXT\u202C",
            "A\u200Bn\u200Bn\u200Ba",
            string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469\u200D\U0001F467", 300)),
            "Anna\u0000Petrova",
            "\u0645\u0631\u062D\u0628\u0627",
            "'; drop table leads; --",
        ];

        foreach (var (i, name) in names.Index())
        {
            var city = name.Length < 5000 ? name : "Kazan";
            var answer = await stage.PostAsync(
                new
                {
                    phone = $"+7912345000{i}",
                    name,
                    city,
                    product = city,
                    campaign = city,
                }
            );

            Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        }

        var leads = await stage.LeadsAsync();
        Assert.Equal(names.Length, leads.Count);
        Assert.All(leads, l => Assert.InRange(l.Contact.Name!.Length, 1, 200));
        Assert.Equal("AnnaPetrova", leads[5].Contact.Name);
        await stage.NothingIsHalfStoredAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_too_long_is_cut_on_the_lead_and_kept_whole_beside_it(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var (name, message) = (new string('Я', 10_000), string.Join(' ', Enumerable.Repeat("окно", 2_000)));

        var answer = await stage.PostTextAsync(
            $$"""{"phone":"+79123451234","name":"{{name}}","message":"{{message}}","city":"Казань"}"""
        );

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Equal(new string('Я', 200), Assert.Single(await stage.LeadsAsync()).Contact.Name);
        Assert.InRange((await stage.WordsAsync(WordsKind.Message))!.Length, 3_990, 4_000);
        Assert.Equal(
            $$$"""{"uncut":{"name":"{{{name}}}","message":"{{{message}}}"}}""",
            await stage.WordsAsync(WordsKind.Trace)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Id_that_would_have_to_be_cut_is_refused(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var tooLong = await stage.PostAsync(new { externalId = new string('7', 129), phone = "+79123451234" });
        var withNul = await stage.PostAsync(new { externalId = "a\0b", phone = "+79123451234" });

        Assert.Equal(["externalId"], tooLong.WrongFields);
        Assert.Equal(["externalId"], withNul.WrongFields);
    }

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static byte[] Lead(int length)
    {
        const string Begin = "{\"phone\":\"+79123451234\",\"message\":\"";
        return Encoding.ASCII.GetBytes(Begin + new string('x', length - Begin.Length - 2) + "\"}");
    }
}
