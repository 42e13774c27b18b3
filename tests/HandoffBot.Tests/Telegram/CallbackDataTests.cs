using System.Text;
using CsCheck;
using HandoffBot.Chat;
using HandoffBot.Telegram;

namespace HandoffBot.Tests.Telegram;

public sealed class CallbackDataTests
{
    private static readonly Gen<ButtonPress> Presses = Gen.Select(
        Gen.String[Gen.Char['a', 'z'], 1, 10],
        Gen.Long,
        Gen.Long,
        Gen.Long,
        (verb, about, choice, extra) => new ButtonPress(verb, about, choice, extra)
    );

    [Fact]
    public void What_is_written_is_read_and_fits_into_64_bytes() =>
        Presses.Sample(press =>
        {
            var data = CallbackData.Write(press);

            Assert.Equal(press, CallbackData.Read(data));
            Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, CallbackData.MaxBytes);
        });

    [Fact]
    public void Random_text_never_throws_and_what_is_read_would_be_written_so() =>
        Gen.Frequency((1, Gen.String), (3, Gen.String[Gen.Char["01abcxyz.-"], 0, 70]), (2, Forged))
            .Sample(
                data =>
                {
                    var press = CallbackData.Read(data);

                    Assert.True(press is null || CallbackData.Write(press) == data);
                },
                iter: 100_000
            );

    /// <summary>Data of a real button with one character changed, put in or taken out.</summary>
    private static Gen<string> Forged =>
        from press in Presses
        let data = CallbackData.Write(press)
        from at in Gen.Int[0, data.Length - 1]
        from letter in Gen.OneOf(Gen.Char, Gen.Char["019az.-Z \0"])
        from way in Gen.Int[0, 2]
        select way switch
        {
            0 => data[..at] + letter + data[(at + 1)..],
            1 => data.Insert(at, letter.ToString()),
            _ => data.Remove(at, 1),
        };

    [Theory]
    [InlineData("claim", 0, 0, 0, "1claim")]
    [InlineData("claim", 1042, 0, 0, "1claim.1lw")]
    [InlineData("reject", 1, 0, 2, "1reject.2.0.4")]
    [InlineData("undo", -1, 0, 0, "1undo.1")]
    public void Buttons_already_sent_keep_their_spelling(
        string verb,
        long about,
        long choice,
        long extra,
        string expected
    )
    {
        var data = CallbackData.Write(new ButtonPress(verb, about, choice, extra));

        Assert.Equal(expected, data);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2claim.1")]
    [InlineData("1Claim.1")]
    [InlineData("1claim.")]
    [InlineData("1claim.0")]
    [InlineData("1claim.01")]
    [InlineData("1claim.1.2.3.4")]
    [InlineData("1claim.zzzzzzzzzzzzz")]
    [InlineData("1claimclaimclaim.1")]
    public void What_this_version_would_not_have_written_is_nothing(string? data) =>
        Assert.Null(CallbackData.Read(data));

    [Theory]
    [InlineData("")]
    [InlineData("Claim")]
    [InlineData("claim-it")]
    [InlineData("elevenchars")]
    public void A_verb_outside_the_alphabet_is_a_bug(string verb) =>
        Assert.Throws<ArgumentException>(() => CallbackData.Write(new ButtonPress(verb)));
}
