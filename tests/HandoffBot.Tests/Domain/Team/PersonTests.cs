using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class PersonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_wrote_first_can_be_written_to_until_they_block_and_again_when_they_write_again()
    {
        var person = new Person { Id = new PersonId(11), Name = "Ivan" };
        Assert.False(person.IsReachable);

        person.SeenInPrivate(Noon);
        Assert.True(person.IsReachable);
        person.Unreachable(Noon.AddMinutes(1));
        person.Unreachable(Noon.AddMinutes(2));
        Assert.Equal((false, Noon.AddMinutes(1)), (person.IsReachable, person.BlockedAt));
        person.SeenInPrivate(Noon.AddMinutes(3));

        Assert.Equal((true, Noon, null), (person.IsReachable, person.StartedAt, person.BlockedAt));
    }

    [Fact]
    public void Blocked_before_the_first_word_is_not_reachable()
    {
        var person = new Person { Id = new PersonId(11), Name = "Ivan" };

        person.Unreachable(Noon);

        Assert.False(person.IsReachable);
    }
}
