using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Features.Handoff;

/// <summary>Leads for tests of what happens to them.</summary>
internal static class LeadRows
{
    public static Task<LeadId> AddAsync(
        TestBot bot,
        string phone = "+79123451234",
        string name = "Anna Petrova",
        bool isSuspect = false,
        string? product = "PVC windows",
        string? city = "Kazan"
    ) =>
        bot.CommitAsync(async scope =>
        {
            var team = await scope.Db.Teams.SingleAsync();
            var source = await scope.Db.Sources.FirstOrDefaultAsync() ?? new Source { Team = team.Id, Name = "Site" };
            scope.Db.Update(source);
            await scope.Db.SaveChangesAsync();
            var id = new LeadId(await scope.Db.NextAsync("lead", CancellationToken.None));
            var contact = Contact.Of(team.Id, name, phone, false, null, null);
            var given = new NewLead(team.Id, source.Id, null, contact, product, city, false, isSuspect);
            scope.Db.Leads.Add(Lead.Receive(id, given, bot.Clock.GetUtcNow(), team.Rhythm));
            await scope.Db.SaveChangesAsync();
            return id;
        });

    /// <summary>Collects what those who press are told.</summary>
    public static List<PressAnswer> Answers(TestBot bot)
    {
        var answers = new List<PressAnswer>();
        bot.Chat.Setup(c =>
                c.AnswerPressAsync(It.IsAny<string>(), It.IsAny<PressAnswer>(), It.IsAny<CancellationToken>())
            )
            .Callback(
                (string _, PressAnswer answer, CancellationToken _) =>
                {
                    // Presses are handled side by side.
                    lock (answers)
                    {
                        answers.Add(answer);
                    }
                }
            )
            .ReturnsAsync(new SendOutcome.Sent());
        return answers;
    }
}
