using System.Text.RegularExpressions;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed partial class A_CRM_hears_what_happens
{
    private static readonly Dictionary<string, string?> Allowed = new()
    {
        ["Webhooks:AllowPrivateNetwork"] = "true",
        ["Webhooks:AllowHttp"] = "true",
    };

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task It_is_set_by_the_admin_and_hears_of_each_event_in_order(string language)
    {
        await using var crm = await Receiver.StartAsync();
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), settings: Allowed);
        var secret = await SetAsync(s, crm);

        await s.TakenBy(s.Ivan);

        var posts = await crm.ExpectAsync(3);
        Assert.Equal(["webhook.test", "lead.received", "lead.claimed"], posts.Select(p => p.Type));
        Assert.All(posts, p => Assert.True(p.IsSignedWith(secret)));
        var claimed = posts[2];
        Assert.Equal("Claimed", claimed.Lead.GetProperty("status").GetString());
        Assert.Equal("Ivan", claimed.Lead.GetProperty("owner").GetProperty("name").GetString());
        Assert.Equal(
            "+79123451234",
            claimed.Json.GetProperty("data").GetProperty("contact").GetProperty("phone").GetString()
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task It_wants_no_more_and_later_gets_what_it_missed(string language)
    {
        await using var crm = await Receiver.StartAsync();
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), settings: Allowed);
        var w = s.Words;
        await SetAsync(s, crm);
        crm.Always(410);
        await s.LeadArrives();
        var trouble = await s.Olga.ExpectMessage("⚠️", "410");
        crm.Always(204);

        await s.Olga.Press(trouble, w["Team.SetWebhook"]);
        var off = await s.Olga.Expect(m => Has(m, w["Team.WebhookDoOn"]), "a webhook that is off");
        await s.Olga.Press(off, w["Team.WebhookDoOn"]);
        var on = await s.Olga.Expect(m => m.Id > off.Id && Has(m, w["Team.WebhookDoOff"]), "a webhook that is on");
        await s.Olga.Press(on, w.Say("Team.WebhookDoFailed", 1));
        var failed = await s.Olga.ExpectMessage("L-1 lead.received", "410");
        var toast = await s.Olga.Press(failed, w["Team.WebhookDoAgain"]);

        Assert.Equal(w.Say("Team.WebhookAgain", 1), toast.Text);
        var posts = await crm.ExpectAsync(3);
        Assert.Equal(posts[1].Id, posts[2].Id);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task It_is_in_trouble_twice_and_gets_the_same_event_again_after_each_pause(string language)
    {
        await using var crm = await Receiver.StartAsync();
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), settings: Allowed);
        var w = s.Words;
        await SetAsync(s, crm);
        crm.Always(500);
        await s.LeadArrives();
        await crm.ExpectAsync(2);
        await s.ReadUntilAsync(db => db.WebhookDeliveries.AnyAsync(d => d.Tries == 1));

        await PageAsync(s, w.Say("Team.WebhookRefused", "500"), w.Say("Team.WebhookCounts", 1, 0));
        await PassUntilPostedAsync(s, crm, 3);
        await s.ReadUntilAsync(db => db.WebhookDeliveries.AnyAsync(d => d.Tries == 2));
        crm.Always(204);
        s.TimePasses(new TimeSpan(0, 4, 50));
        await PassUntilPostedAsync(s, crm, 4);
        await s.ReadUntilAsync(db => db.WebhookDeliveries.AllAsync(d => d.State == WebhookDeliveryState.Sent));

        // The lead's next events wait for their turn.
        var tries = crm.Posts.Skip(1).Take(3).ToList();
        Assert.Single(tries.Select(p => p.Id).Distinct());
        Assert.Equal(["lead.received"], tries.Select(p => p.Type).Distinct());
        // Five seconds and five minutes, with up to a tenth on top; the rest is how coarsely the story's clock moves.
        Assert.InRange(tries[1].At - tries[0].At, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        Assert.InRange(tries[2].At - tries[1].At, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.75));
        var well = await PageAsync(s, w.Say("Team.WebhookOn", "").TrimEnd());
        Assert.DoesNotContain("500", well.Text!, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Neither_its_secret_nor_its_address_nor_a_contact_is_written_down(StorageProvider provider)
    {
        await using var crm = await Receiver.StartAsync();
        await using var s = await Scenario.StartAsync(provider: provider, settings: Allowed);
        await SetAsync(s, crm);
        crm.Always(500);
        await s.LeadArrives();
        await crm.ExpectAsync(2);
        crm.Answer = (_, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        s.TimePasses(TimeSpan.FromSeconds(6));
        await crm.ExpectAsync(3);
        await s.ReadUntilAsync(db => db.WebhookDeliveries.AnyAsync(d => d.Trouble == WebhookTrouble.Broken));

        Assert.True(s.Watch.Lines > 100);
        Assert.Empty(s.Watch.Leaks);
    }

    /// <summary>The admin looks how the webhook fares.</summary>
    private static async Task<Message> PageAsync(Scenario s, params string[] says)
    {
        var last = s.Olga.Messages.Max(m => m.Id);
        s.Olga.Says("/settings");
        var settings = await s.Olga.Expect(
            m => m.Id > last && Has(m, s.Words["Team.SetWebhook"] + "…"),
            "the settings"
        );
        await s.Olga.Press(settings, s.Words["Team.SetWebhook"] + "…");
        var page = await s.Olga.Expect(m => m.Id > settings.Id && Has(m, s.Words["Team.WebhookDoTest"]), "the webhook");
        Assert.All(
            says,
            text => Assert.Contains(ScenarioChat.Plain(text), ScenarioChat.Plain(page.Text), StringComparison.Ordinal)
        );
        return page;
    }

    private static async Task PassUntilPostedAsync(Scenario s, Receiver crm, int posts)
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (crm.Posts.Count < posts)
        {
            s.TimePasses(TimeSpan.FromSeconds(1));
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <returns>The secret.</returns>
    private static async Task<string> SetAsync(Scenario s, Receiver crm)
    {
        var w = s.Words;
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(w.Say("Team.SettingsOf", "Windows"));
        await s.Olga.Press(settings, w["Team.SetWebhook"] + "…");
        var page = await s.Olga.ExpectMessage(w["Team.WebhookNothing"]);
        await s.Olga.Press(page, w["Team.WebhookDoAddress"]);
        await s.Olga.ExpectMessage(w["Team.WebhookAsk"]);
        s.Olga.Says(crm.Address);
        await s.Olga.ExpectMessage(crm.Address);
        var shown = await s.Olga.ExpectMessage("whsec_", w["Team.WebhookSecretGoesFirst"]);
        await s.Olga.ExpectMessage(w["Team.WebhookTestWellThen"], "204");
        return Secret().Match(shown.Text!).Value;
    }

    private static bool Has(Message message, string button) => ScenarioChat.Buttons(message).Contains(button);

    [GeneratedRegex("whsec_[A-Za-z0-9+/]{43}=")]
    private static partial Regex Secret();
}
