using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Forgetting;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Intake;

public sealed class RecognisedTests
{
    private const string Phone = "+79123451234";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Somebody_else_with_the_same_phone_gets_a_lead_that_names_the_other(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { name = "Иван Петров", phone = Phone });

        await stage.PostAsync(new { name = "Мария Петрова", phone = Phone });

        var leads = await stage.LeadsAsync();
        Assert.Equal(new Resemblance(leads[0].Id, ContactKeyKind.Phone), leads[1].Like);
        Assert.Null(leads[1].Former);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_window_is_reckoned_from_the_last_inquiry_and_is_the_teams_own(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.Bot.CommitAsync(async scope =>
        {
            (await scope.Db.Teams.SingleAsync()).JoinWithin(7);
            await scope.Db.SaveChangesAsync();
        });
        foreach (var days in new[] { 0, 6, 6 })
        {
            stage.Bot.Clock.Advance(TimeSpan.FromDays(days));
            await stage.PostAsync(new { phone = Phone });
        }

        Assert.Equal(3, Assert.Single(await stage.LeadsAsync()).Inquiries);

        stage.Bot.Clock.Advance(TimeSpan.FromDays(8));
        await stage.PostAsync(new { phone = Phone });

        var leads = await stage.LeadsAsync();
        Assert.Equal(leads[0].Id, leads[1].Former);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_an_inquiry_brought_that_joined_is_known_by_the_next(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { phone = Phone, email = "anna@mail.ru" });
        await stage.PostAsync(new { phone = "+79990001122", email = "anna@mail.ru" });

        var third = await stage.PostAsync(new { phone = "+79990001122" });

        Assert.Contains("repeatInquiry", third.Body, StringComparison.Ordinal);
        Assert.Single(await stage.LeadsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_known_by_an_account_is_known_by_the_phone_behind_it(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.PostAsync(new { messenger = $"WhatsApp {Phone}" });

        await stage.PostAsync(new { phone = Phone });

        Assert.Equal(2, Assert.Single(await stage.LeadsAsync()).Inquiries);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_inquiry_taken_out_is_a_lead_with_its_own_words_and_the_other_forgets_what_it_told(
        StorageProvider provider
    )
    {
        await using var stage = await IntakeStage.StartAsync(provider, language: Language.English);
        await stage.PostAsync(new { phone = Phone, message = "Windows" });
        await stage.PostAsync(
            new
            {
                name = "Пётр",
                phone = Phone,
                message = "Doors",
                product = "Doors",
            }
        );
        var talk = new Talk(stage.Bot);
        await talk.SayAsync();
        var asked = await stage.Bot.ReadAsync(db => db.Inquiries.OrderBy(i => i.Id).Select(i => i.Id).LastAsync());

        var told = await talk.PressAsync(1, new ButtonPress(LeadVerbs.Apart, 1, asked));
        var again = await talk.PressAsync(1, new ButtonPress(LeadVerbs.Apart, 1, asked));

        var leads = await stage.LeadsAsync();
        Assert.Equal("L-2 opened: this inquiry is no part of L-1 any more", told);
        Assert.Equal("L-1: taken out already", again);
        Assert.Equal([(null, 1), ("Пётр", 1)], leads.Select(l => (l.Contact.Name, l.Inquiries)));
        Assert.Equal("Doors", leads[1].Product);
        Assert.Equal(
            ["Doors"],
            await stage.Bot.ReadAsync(db =>
                db.LeadWords.Where(w => w.Lead == new LeadId(2)).Select(w => w.Text).ToListAsync()
            )
        );
        Assert.Contains(talk.To(-1001), m => m.PlainText.StartsWith("🔥 L-2", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_inquiry_taken_out_is_as_urgent_as_its_source(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, language: Language.English);
        await stage.PostAsync(new { phone = Phone });
        await stage.PostAsync(new { name = "Пётр", phone = Phone });
        var asked = await stage.Bot.ReadAsync(db => db.Inquiries.OrderBy(i => i.Id).Select(i => i.Id).LastAsync());
        await stage.Bot.ReadAsync(db =>
            db.Sources.ExecuteUpdateAsync(set => set.SetProperty(x => x.Priority, LeadPriority.High))
        );

        await new Talk(stage.Bot).PressAsync(1, new ButtonPress(LeadVerbs.Apart, 1, asked));

        Assert.Equal([LeadPriority.Normal, LeadPriority.High], (await stage.LeadsAsync()).Select(l => l.Priority));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_asked_before_many_others_on_one_number_is_still_known(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, language: Language.English);
        await stage.PostAsync(new { name = "Анна Петрова", phone = Phone });
        for (var n = 0; n < 25; n++)
        {
            await stage.PostAsync(new { name = "Борис Смирнов", phone = Phone });
        }

        var again = await stage.PostAsync(new { name = "Анна Петрова", phone = Phone });

        Assert.Contains("repeatInquiry", again.Body, StringComparison.Ordinal);
        Assert.Equal([2, 25], (await stage.LeadsAsync()).Select(l => l.Inquiries));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forgotten_is_also_what_an_inquiry_said_that_joined(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, language: Language.English);
        await stage.PostAsync(new { phone = Phone });
        await stage.PostAsync(
            new
            {
                name = "Пётр",
                phone = Phone,
                email = "petr@mail.ru",
                city = "Kazan",
            }
        );

        await stage.Bot.ForgetAsync(new LeadId(1));

        Assert.All(
            await stage.Bot.ReadAsync(db => db.Contacts.AsNoTracking().ToListAsync()),
            c => Assert.Equal((null, null, null, null), (c.Name, c.Phone, c.Email, c.Mailbox))
        );
        Assert.All(await stage.Bot.ReadAsync(db => db.Inquiries.ToListAsync()), i => Assert.Null(i.City));
    }
}
