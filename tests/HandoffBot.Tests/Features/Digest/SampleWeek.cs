using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Tests.Domain.Digests;

namespace HandoffBot.Tests.Features.Digest;

/// <summary>Two weeks of a team, always the same for the same arguments: slow lunches, quiet nights, one bad campaign.</summary>
internal static class SampleWeek
{
    private static readonly RejectReason[] Reasons =
    [
        RejectReason.NotOurArea,
        RejectReason.NotOurArea,
        RejectReason.NotOurArea,
        RejectReason.Duplicate,
        RejectReason.Duplicate,
        RejectReason.NoAnswer,
        RejectReason.Spam,
        RejectReason.NotACustomer,
        RejectReason.WrongProduct,
    ];

    public static WeeklyFigures Busy(params string[] campaigns) =>
        Figures([.. Leads(2, 286, 1.2, campaigns), .. Leads(9, 312, 1, campaigns)]);

    public static WeeklyFigures Figures(IEnumerable<LeadFacts> leads) =>
        WeeklyFigures.From(leads, Facts.Week, Facts.Sla);

    /// <summary>Ten leads of each campaign, all bad.</summary>
    public static IEnumerable<LeadFacts> Leads(params string[] campaigns) =>
        campaigns.SelectMany(c =>
            Enumerable
                .Range(0, 10)
                .Select(_ =>
                    Facts.Lead(9, 10, 2, c) with
                    {
                        Status = LeadStatus.Rejected,
                        RejectReason = RejectReason.Spam,
                        ClosedAt = Facts.At(10, 12),
                    }
                )
        );

    private static IEnumerable<LeadFacts> Leads(int monday, int count, double slowness, string[] campaigns)
    {
        var chance = new Random(monday);
        for (var i = 0; i < count; i++)
        {
            var place = (int)(campaigns.Length * Math.Pow(chance.NextDouble(), 2));
            var at = Facts
                .At(monday + chance.Next(i % 20 == 0 ? 7 : 5), i % 25 == 0 ? chance.Next(24) : 9 + chance.Next(9))
                .AddMinutes(chance.Next(60));
            var lunch = at.Hour is 12 or 13 && at.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? 3 : 1;
            var wait = Math.Exp(chance.NextDouble() * 2) * slowness * lunch;
            var lead = Facts.Lead(1, 1, null, campaigns[place]) with
            {
                ReceivedAt = at,
                FirstClaimedAt = Facts.Sla.Hours.Add(at, TimeSpan.FromMinutes(wait)),
                Source = place % 2 == 0 ? "Сайт" : "Форма замера",
                Status = LeadStatus.Claimed,
            };
            yield return chance.Next(100 + (place * 12)) switch
            {
                < 12 => lead.Sold(at.AddHours(20), chance.Next(60, 180) * 1_000_00L),
                < 45 => lead with { Status = LeadStatus.Qualified },
                < 75 => lead,
                _ => lead.Bad(Reasons[chance.Next(Reasons.Length)]),
            };
        }
    }
}
