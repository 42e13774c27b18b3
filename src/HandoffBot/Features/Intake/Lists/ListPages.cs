using System.Runtime.CompilerServices;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>The rows of a list that are to become leads, so many at a time.</summary>
internal sealed class ListPages(ListCopies copies, IOptions<ListsOptions> options, TimeProvider clock)
{
    /// <exception cref="ListNotFetchedException">The copy is gone and the messenger does not give it out again.</exception>
    public async IAsyncEnumerable<IReadOnlyList<NewInquiry>> OfAsync(
        LeadList list,
        Door door,
        int atOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (await copies.FetchAsync(list, cancellationToken) is not SendOutcome.Sent)
        {
            throw new ListNotFetchedException();
        }

        var country = door.Team.Locale.Country;
        using var survey = ListSurvey.Open(copies.PathOf(list), country);
        var rows = survey.Rows(list.Hash!, country, clock.GetUtcNow(), options.Value.MaxRows);
        foreach (var page in rows.Select(r => r.Asked).OfType<NewInquiry>().Chunk(atOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
    }
}
