using System.Net;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class PostLeadTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lead_is_on_disk_with_all_it_said_when_it_is_acknowledged(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answer = await stage.PostAsync(
            new
            {
                name = "Анна Петрова",
                phone = "8 (912) 345-12-34",
                email = "Anna@Mail.ru",
                messenger = "t.me/Anna_P",
                message = "Три окна,\nзамер в субботу",
                product = "Окна ПВХ",
                city = "Казань",
                campaign = " Осень-2026 ",
                utm = new { source = "yandex" },
                page = "https://okna.example/?a=1",
                extra = new { rooms = 3 },
            }
        );

        Assert.Equal((HttpStatusCode.Accepted, """{"lead":"L-1"}"""), (answer.Status, answer.Body));
        var lead = Assert.Single(await stage.LeadsAsync());
        Assert.Equal(("Окна ПВХ", "Казань", LeadStatus.New), (lead.Product, lead.City, lead.Status));
        var contact = lead.Contact;
        Assert.Equal(
            ("Анна Петрова", "+79123451234", "anna@mail.ru", "@anna_p"),
            (contact.Name, contact.Phone, contact.Email, contact.Messenger)
        );
        Assert.Equal("Три окна,\nзамер в субботу", await stage.WordsAsync(WordsKind.Message));
        Assert.Equal(
            """{"page":"https://okna.example/?a=1","rawPhone":"8 (912) 345-12-34","utm":{"source":"yandex"},"extra":{"rooms":"3"}}""",
            await stage.WordsAsync(WordsKind.Trace)
        );
        var campaign = await stage.Bot.ReadAsync(db => db.Campaigns.SingleAsync(c => c.Id == lead.CampaignId));
        Assert.Equal(("осень-2026", "Осень-2026"), (campaign.Code, campaign.Name));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_external_id_answers_the_same_lead_and_the_first_body_wins(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(
            new
            {
                externalId = "order-7",
                phone = "+79123451234",
                name = "Anna",
            }
        );

        var again = await stage.PostAsync(
            new
            {
                externalId = "order-7",
                phone = "+79990000000",
                name = "Olga",
            }
        );

        Assert.Equal((HttpStatusCode.OK, """{"lead":"L-1","duplicate":true}"""), (again.Status, again.Body));
        Assert.Equal("Anna", Assert.Single(await stage.LeadsAsync()).Contact.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Idempotency_key_serves_where_there_is_no_external_id(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { phone = "+79123451234" }, idempotencyKey: "try-1");

        var again = await stage.PostAsync(new { phone = "+79123451234" }, idempotencyKey: "try-1");

        Assert.Equal("""{"lead":"L-1","duplicate":true}""", again.Body);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Contact_that_asks_again_joins_its_open_lead_and_completes_it(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { phone = "89123451234" });

        var again = await stage.PostAsync(
            new
            {
                phone = "+7 912 345 12 34",
                name = "Anna",
                email = "a@mail.ru",
            }
        );

        Assert.Equal((HttpStatusCode.Accepted, """{"lead":"L-1","repeatInquiry":true}"""), (again.Status, again.Body));
        var lead = Assert.Single(await stage.LeadsAsync());
        Assert.Equal((2, "Anna", "a@mail.ru"), (lead.Inquiries, lead.Contact.Name, lead.Contact.Email));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Contact_with_only_an_old_or_closed_lead_gets_a_new_one(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { email = "old@mail.ru" });
        await stage.PostAsync(new { email = "closed@mail.ru" });
        await stage.Bot.CommitAsync(s =>
            s.Db.Leads.Where(l => l.Id == new LeadId(2))
                .ExecuteUpdateAsync(u => u.SetProperty(l => l.Status, LeadStatus.Lost))
        );

        var closed = await stage.PostAsync(new { email = "Closed@mail.ru" });
        stage.Bot.Clock.Advance(TimeSpan.FromDays(31));
        var old = await stage.PostAsync(new { email = "old@mail.ru" });

        Assert.Equal("""{"lead":"L-3"}""", closed.Body);
        Assert.Equal("""{"lead":"L-4"}""", old.Body);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Same_contact_fifty_times_at_once_is_one_lead_with_fifty_inquiries(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => stage.PostAsync(new { externalId = $"e{i}", phone = "+79123451234" }))
        );

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.Status));
        Assert.Equal(50, Assert.Single(await stage.LeadsAsync()).Inquiries);
        await stage.NothingIsHalfStoredAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_who_only_name_the_same_messenger_stay_two(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        await stage.PostAsync(new { messenger = "viber" });
        await stage.PostAsync(new { messenger = "viber" });

        Assert.Equal(2, (await stage.LeadsAsync()).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Test_lead_never_joins_a_real_one(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { phone = "+79123451234" });

        await stage.PostAsync(new { phone = "+79123451234", test = true });

        Assert.Equal([false, true], (await stage.LeadsAsync()).Select(l => l.IsTest));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Phone_that_cannot_be_read_is_kept_raw_and_flagged(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answer = await stage.PostAsync(new { phone = "12 34 56 7890 12345 678" });

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        var contact = Assert.Single(await stage.LeadsAsync()).Contact;
        Assert.Equal(("12 34 56 7890 12345 678", true), (contact.Phone, contact.IsPhoneUnread));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Old_key_opens_for_a_day_after_a_new_one_was_made(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.Bot.CommitAsync(async scope =>
        {
            var source = await scope.Db.Sources.SingleAsync();
            source.Rekey(SourceKeys.Hash("hb_new"), stage.Bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
            await scope.Db.SaveChangesAsync();
        });

        var withOld = await stage.PostAsync(new { phone = "+79123451234" });
        var withNew = await stage.PostAsync(new { phone = "+79123451235" }, key: "hb_new");
        stage.Bot.Clock.Advance(TimeSpan.FromHours(24));
        var tooLate = await stage.PostAsync(new { phone = "+79123451236" });

        Assert.Equal(HttpStatusCode.Accepted, withOld.Status);
        Assert.Equal(HttpStatusCode.Accepted, withNew.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, tooLate.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Source_that_sends_too_much_is_told_when_to_come_back(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answers = new List<IntakeAnswer>();
        for (var i = 0; i < 201; i++)
        {
            answers.Add(await stage.PostTextAsync("{}"));
        }

        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await stage.PostAsync(new { phone = "+79123451234" });

        Assert.All(answers.SkipLast(1), a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)),
            (answers[^1].Status, answers[^1].RetryAfter)
        );
        Assert.Equal(HttpStatusCode.Accepted, later.Status);
    }
}
