using HandoffBot.Domain.Leads;

namespace HandoffBot.Persistence;

/// <summary><see cref="Lead.RestsAt"/> in the database.</summary>
internal static class RestingLeads
{
    public static IQueryable<Lead> NotResting(this IQueryable<Lead> leads, DateTimeOffset at) =>
        leads.Where(l => l.SnoozedFor == null || l.DeferredUntil == null || l.DeferredUntil <= at);
}
