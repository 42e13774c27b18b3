using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class SetupAttemptTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(10, 32)]
    [InlineData(11, 60)]
    [InlineData(40, 60)]
    public void After_five_wrong_codes_each_next_one_waits_twice_as_long_and_an_hour_at_most(int wrong, int minutes)
    {
        var attempt = new SetupAttempt { Person = new PersonId(1) };
        for (var time = 0; time < wrong; time++)
        {
            attempt.Fail(Noon);
        }

        Assert.Equal(wrong, attempt.Wrong);
        Assert.Equal((wrong == 0 ? DateTimeOffset.MinValue : Noon).AddMinutes(minutes), attempt.NextAt);
    }
}
