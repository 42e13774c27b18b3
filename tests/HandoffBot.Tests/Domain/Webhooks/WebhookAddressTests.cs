using HandoffBot.Domain.Webhooks;

namespace HandoffBot.Tests.Domain.Webhooks;

public sealed class WebhookAddressTests
{
    private static readonly WebhookRules Strict = new(AllowPrivateNetwork: false, AllowHttp: false);
    private static readonly WebhookRules Lenient = new(AllowPrivateNetwork: true, AllowHttp: true);

    [Theory]
    [InlineData("https://crm.example/hook", "https://crm.example/hook")]
    [InlineData("  crm.example/hook?key=1#top ", "https://crm.example/hook?key=1")]
    [InlineData("HTTPS://CRM.example:8443", "https://crm.example:8443/")]
    [InlineData("https://8.8.8.8/x", "https://8.8.8.8/x")]
    public void An_address_is_read_as_people_type_it(string typed, string address) =>
        Assert.Equal((address, null), WebhookAddress.Read(typed, Strict));

    [Theory]
    [InlineData("my crm", nameof(WebhookAddressProblem.Unread))]
    [InlineData("", nameof(WebhookAddressProblem.Unread))]
    [InlineData("ftp://crm.example/", nameof(WebhookAddressProblem.Unread))]
    [InlineData("file:///etc/passwd", nameof(WebhookAddressProblem.Unread))]
    [InlineData("https://crm.example/a\nb", nameof(WebhookAddressProblem.Unread))]
    [InlineData("https://olga:secret@crm.example/", nameof(WebhookAddressProblem.Credentials))]
    [InlineData("https://key@crm.example/", nameof(WebhookAddressProblem.Credentials))]
    [InlineData("http://crm.example/", nameof(WebhookAddressProblem.NotSecure))]
    [InlineData("https://127.0.0.1/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://0x7f000001/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://2130706433/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://127.1/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://[::1]/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://[::ffff:10.0.0.1]/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://169.254.169.254/latest/meta-data", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://localhost/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://localhost./", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://crm/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://crm.localhost/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://printer.local/", nameof(WebhookAddressProblem.PrivateNetwork))]
    [InlineData("https://crm.example/\u0001", nameof(WebhookAddressProblem.Unread))]
    [InlineData("https://crm.example/a b", nameof(WebhookAddressProblem.Unread))]
    [InlineData("https:///hook", nameof(WebhookAddressProblem.Unread))]
    [InlineData("https://metadata.google.internal/", nameof(WebhookAddressProblem.PrivateNetwork))]
    public void What_cannot_be_an_address_is_named(string typed, string problem) =>
        Assert.Equal((null, Enum.Parse<WebhookAddressProblem>(problem)), WebhookAddress.Read(typed, Strict));

    [Fact]
    public void Too_long_a_one_is_named_as_such() =>
        Assert.Equal(
            (null, WebhookAddressProblem.TooLong),
            WebhookAddress.Read("https://crm.example/" + new string('a', WebhookAddress.Longest), Strict)
        );

    [Theory]
    [InlineData("http://192.168.1.5:8080/hook")]
    [InlineData("http://crm/hook")]
    [InlineData("http://localhost:5000/hook")]
    public void The_settings_allow_a_network_of_ones_own(string typed) =>
        Assert.Equal((typed, null), WebhookAddress.Read(typed, Lenient));

    [Fact]
    public void The_metadata_of_clouds_no_setting_allows() =>
        Assert.Equal(
            (null, WebhookAddressProblem.PrivateNetwork),
            WebhookAddress.Read("http://169.254.169.254/latest", Lenient)
        );
}
