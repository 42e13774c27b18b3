using System.Text;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;

namespace HandoffBot.Tests.Webhooks;

public sealed class WebhookSigningTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Time = 1614265330;
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");

    [Fact]
    public void Published_example_is_signed_as_published() =>
        Assert.Equal(Signature, WebhookSigning.Sign([Secret], Id, Time, Body));

    [Fact]
    public void Two_secrets_make_two_signatures_of_which_each_is_good()
    {
        var other = WebhookSigning.MintSecret();

        var both = WebhookSigning.Sign([other, Secret], Id, Time, Body);

        var post = new ReceivedPost(Id, $"{Time}", both, Body);
        Assert.EndsWith(" " + Signature, both, StringComparison.Ordinal);
        Assert.True(post.IsSignedWith(Secret) && post.IsSignedWith(other));
        Assert.False(post.IsSignedWith(WebhookSigning.MintSecret()));
    }

    [Fact]
    public void Secrets_are_as_the_specification_wants_them_and_differ()
    {
        var secret = WebhookSigning.MintSecret();

        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.NotEqual(secret, WebhookSigning.MintSecret());
    }
}
