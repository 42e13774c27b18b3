using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;

namespace HandoffBot.Sandbox.Demo;

/// <summary>Five weeks of leads, each led through its life by the domain's own verbs; the same ones every time.</summary>
internal sealed class Past(
    HandoffDb db,
    Cast cast,
    SalesTeam team,
    IReadOnlyList<Source> sources,
    IReadOnlyList<Campaign> campaigns
)
{
    private const int Seed = 20261116;
    private const long NumberAtEnd = 1041;

    private readonly Random _random = new(Seed);

    public void Write(DateTimeOffset now)
    {
        var arrivals = new Arrivals(_random, team.Zone).ArrivalsBefore(now);
        var life = new PastLife(_random, cast, team.Rhythm, now);
        var number = NumberAtEnd - arrivals.Count;
        foreach (var at in arrivals)
        {
            Add(new LeadId(number++), at, life);
        }

        db.Counters.Add(new Counter { Name = "lead", Next = number });
    }

    private void Add(LeadId id, DateTimeOffset at, PastLife life)
    {
        var kind = Quality.Pick(_random);
        var campaign = kind < campaigns.Count ? campaigns[kind] : null;
        var source = campaign is null ? sources[^1] : sources[kind == 0 ? 0 : _random.Next(2)];
        var quality = Quality.OfCampaigns[kind];
        var isBad = _random.Next(100) < quality.Bad;
        var reason = quality.Reasons[_random.Next(quality.Reasons.Count)];
        var cities = isBad && reason is RejectReason.NotOurArea ? cast.Texts.FarCities : cast.Texts.Cities;
        var given = new NewLead(
            team.Id,
            source.Id,
            campaign?.Id,
            Contact.Of(team.Id, Name(), Phone(id), isPhoneUnread: false, email: null, messenger: null),
            Of(cast.Texts.Products),
            Of(cities),
            IsTest: false,
            IsSuspect: false
        );
        var lead = Lead.Receive(id, given, at, team.Rhythm);
        life.Live(lead, quality, isBad ? reason : null);
        db.Leads.Add(lead);
        Remember(lead, source, Of(isBad ? cast.Texts.BadWishes : cast.Texts.Wishes));
    }

    private void Remember(Lead lead, Source source, string wish)
    {
        db.Inquiries.Add(
            new Inquiry
            {
                SourceId = source.Id,
                KeyKind = InquiryKey.Own,
                Key = string.Create(CultureInfo.InvariantCulture, $"past-{lead.Id.Value}"),
                Lead = lead.Id,
                ReceivedAt = lead.ReceivedAt,
            }
        );
        db.LeadWords.Add(
            new LeadWords
            {
                Lead = lead.Id,
                Kind = WordsKind.Message,
                Text = wish,
                At = lead.ReceivedAt,
            }
        );
    }

    private string Name() => cast.Texts.NameFrom(_random);

    private static string Phone(LeadId id) => string.Create(CultureInfo.InvariantCulture, $"+7900555{id.Value:0000}");

    private string Of(string[] all) => all[_random.Next(all.Length)];
}
