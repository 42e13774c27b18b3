using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Promotions;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Promotions;

public sealed class ReadinessBoardTests
{
    private const int LongestMessage = 4096;

    [Fact]
    public void Long_question_is_passed_on_whole_while_it_is_the_only_one()
    {
        var question = new string('q', 1000);

        var board = Board(new ReadinessReply("Anna", ReadinessAnswer.Question, question));

        Assert.Contains(question, board, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_long_answers_still_fit_one_message()
    {
        var replies = Enumerable
            .Range(0, 120)
            .Select(i => new ReadinessReply(
                new string('n', 60),
                (i % 4) is var answer and < 3 ? (ReadinessAnswer)answer : null,
                i % 4 is 1 or 2 ? new string('q', 1000) : null
            ));

        var board = Board([.. replies]);

        Assert.InRange(board.Length, 1, LongestMessage);
        Assert.Contains("18 more", board, StringComparison.Ordinal);
    }

    private static string Board(params ReadinessReply[] replies)
    {
        var promotion = new Promotion
        {
            Team = new TeamId(1),
            Text = new string('t', 1500),
            StartsOn = new DateOnly(2026, 11, 25),
            AnnouncedBy = new PersonId(1),
            AnnouncedAt = TestBot.Monday,
        };
        return ReadinessBoard.Of(promotion, replies, new DateOnly(2026, 11, 16), WordingOf.Stranger("en")).PlainText;
    }
}
