using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class LeadListTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sent_read_taken_in_and_done_it_says_at_each_step_where_it_stands()
    {
        var list = Sent();
        Assert.Equal((ListState.Sent, true, true, 0), (list.State, list.IsOpen, list.IsInWork, list.Good));

        list.NoteRead("hash", Reading(rows: 5, wrong: 0));
        Assert.Equal((ListState.Read, true, false, 5), (list.State, list.IsOpen, list.IsInWork, list.Good));
        Assert.Equal(ListOutcome.Taken, list.Take(7, withoutWrong: false, Noon));
        Assert.Equal((ListState.Loading, false, true), (list.State, list.IsOpen, list.IsInWork));
        Assert.Equal((7L, false, Noon), (list.SourceId, list.WithoutWrong, list.TakenAt));
        list.Appear(5, Noon.AddMinutes(1));
        Assert.Equal((ListState.Joining, true, 5), (list.State, list.IsInWork, list.Shown));
        Assert.Null(list.SettledAt);
        list.Finish(Noon.AddMinutes(2));
        Assert.Equal((ListState.Done, false, Noon.AddMinutes(2)), (list.State, list.IsInWork, list.SettledAt));
        Assert.Equal(4, list.Version);
    }

    [Fact]
    public void What_cannot_be_taken_in_is_taken_back_and_has_failed()
    {
        var list = Read(rows: 5, wrong: 0);
        list.Take(7, withoutWrong: false, Noon);

        list.TakeBack();
        Assert.Equal((ListState.Undoing, true), (list.State, list.IsInWork));
        list.Fail(Noon);

        Assert.Equal((ListState.Failed, false, Noon), (list.State, list.IsInWork, list.SettledAt));
    }

    [Theory]
    [InlineData(5, 0, false, nameof(ListOutcome.Taken))]
    [InlineData(5, 1, false, nameof(ListOutcome.HasWrongRows))]
    [InlineData(5, 1, true, nameof(ListOutcome.Taken))]
    [InlineData(5, 5, true, nameof(ListOutcome.HasWrongRows))]
    [InlineData(0, 0, true, nameof(ListOutcome.HasWrongRows))]
    public void Rows_that_are_wrong_are_left_out_only_by_name(int rows, int wrong, bool withoutWrong, string outcome)
    {
        var list = Read(rows, wrong);

        Assert.Equal(outcome, list.Take(7, withoutWrong, Noon).ToString());
        Assert.Equal(outcome is nameof(ListOutcome.Taken) ? ListState.Loading : ListState.Read, list.State);
    }

    [Fact]
    public void Only_what_was_read_is_taken_in_and_only_what_is_open_is_cancelled()
    {
        var list = Sent();
        Assert.Equal(ListOutcome.NotRead, list.Take(7, withoutWrong: true, Noon));
        list.Cancel(Noon);
        Assert.Equal((ListState.Cancelled, Noon), (list.State, list.SettledAt));
        Assert.Equal(ListOutcome.NotRead, list.Take(7, withoutWrong: true, Noon));
        var taken = Read(rows: 5, wrong: 0);
        taken.Take(7, withoutWrong: false, Noon);

        taken.Cancel(Noon);

        Assert.Equal(ListState.Loading, taken.State);
    }

    private static LeadList Read(int rows, int wrong)
    {
        var list = Sent();
        list.NoteRead("hash", Reading(rows, wrong));
        return list;
    }

    private static ListReading Reading(int rows, int wrong) => new("CSV", 3, [], 0, rows, wrong, [], 0);

    private static LeadList Sent() =>
        new()
        {
            Team = new TeamId(1),
            By = new PersonId(1),
            FileId = "file",
            FileName = "expo.csv",
            Bytes = 100,
            CopyName = "copy",
            SentAt = Noon,
            SourceName = "Expo",
        };
}
