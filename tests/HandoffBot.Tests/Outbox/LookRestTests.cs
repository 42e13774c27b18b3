using HandoffBot.Outbox;

namespace HandoffBot.Tests.Outbox;

public sealed class LookRestTests
{
    [Fact]
    public void One_slow_look_does_not_hold_up_what_is_said_next()
    {
        int[] looks = [400, 3, 90, 5];

        Assert.Equal([0, 0, 0, 0], RestsAfter(looks));
    }

    [Fact]
    public void Slow_looks_in_a_row_rest_four_times_as_long_as_the_quicker_of_two_and_never_over_half_a_second()
    {
        int[] looks = [400, 60, 90, 20, 700, 800];

        Assert.Equal([0, 240, 240, 80, 80, 500], RestsAfter(looks));
    }

    [Fact]
    public void Ten_milliseconds_are_quick_and_more_are_not()
    {
        int[] looks = [10, 10, 11, 11];

        Assert.Equal([0, 0, 0, 44], RestsAfter(looks));
    }

    private static IEnumerable<double> RestsAfter(int[] looks)
    {
        var rest = new LookRest();
        return [.. looks.Select(look => rest.After(TimeSpan.FromMilliseconds(look)).TotalMilliseconds)];
    }
}
