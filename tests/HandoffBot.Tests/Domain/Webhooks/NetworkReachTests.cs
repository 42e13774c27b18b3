using System.Net;
using CsCheck;
using HandoffBot.Domain.Webhooks;

namespace HandoffBot.Tests.Domain.Webhooks;

public sealed class NetworkReachTests
{
    private static readonly WebhookRules Open = new(AllowPrivateNetwork: false, AllowHttp: false);
    private static readonly WebhookRules AlsoPrivate = new(AllowPrivateNetwork: true, AllowHttp: false);

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("93.184.215.14")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("2a00:1450:4001:829::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Addresses_of_the_open_net_are_called(string address) =>
        Assert.True(NetworkReach.Allows(IPAddress.Parse(address), Open));

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("64:ff9b::a00:1")]
    public void Private_ones_only_where_the_setting_allows_it(string address)
    {
        Assert.False(NetworkReach.Allows(IPAddress.Parse(address), Open));
        Assert.True(NetworkReach.Allows(IPAddress.Parse(address), AlsoPrivate));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("::")]
    [InlineData("::7f00:1")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("64:ff9b:1::1")]
    public void Those_of_clouds_links_examples_and_groups_never(string address)
    {
        Assert.False(NetworkReach.Allows(IPAddress.Parse(address), Open));
        Assert.False(NetworkReach.Allows(IPAddress.Parse(address), AlsoPrivate));
    }

    [Fact]
    public void An_address_hidden_in_another_is_judged_as_itself() =>
        Gen
            .Byte.Array[4]
            .Sample(bytes =>
            {
                var plain = new IPAddress(bytes);
                byte[] translated = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. bytes];
                byte[] sixToFour = [0x20, 0x02, .. bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
                IPAddress[] hidden = [plain.MapToIPv6(), new(translated), new(sixToFour)];
                return Array.TrueForAll(
                    [Open, AlsoPrivate],
                    rules =>
                        Array.TrueForAll(
                            hidden,
                            h => NetworkReach.Allows(h, rules) == NetworkReach.Allows(plain, rules)
                        )
                );
            });
}
