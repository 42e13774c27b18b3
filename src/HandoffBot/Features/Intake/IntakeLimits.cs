using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake;

/// <summary>How much may come from where. Above a source's own limit nothing is taken; above a form's it is taken and held.</summary>
internal sealed class IntakeLimits(IOptions<IntakeOptions> options, TokenBuckets buckets)
{
    private const int FormPerMinute = 60;
    private const int AddressPerMinute = 5;

    /// <summary>Zero, or how long the source has to wait.</summary>
    public TimeSpan OfSource(long source) =>
        buckets.Take($"source:{source}", options.Value.Burst, options.Value.PerSecond);

    /// <summary>As for a source, but apart: its form is public, and junk there must not shut out the programs with its key.</summary>
    public TimeSpan OfForm(long source) =>
        buckets.Take($"posts:{source}", options.Value.Burst, options.Value.PerSecond);

    /// <summary>Zero, or how long somebody without a good key has to wait before trying another one.</summary>
    public TimeSpan OfStranger(IPAddress? address) =>
        buckets.Take($"stranger:{Block(address)}", options.Value.Burst, options.Value.PerSecond);

    /// <summary>Whether a form is posted more than people do.</summary>
    public bool IsFlooded(long source, IPAddress? address)
    {
        var byAddress = buckets.Take($"address:{Block(address)}", AddressPerMinute, AddressPerMinute / 60d);
        var byForm = buckets.Take($"form:{source}", FormPerMinute, FormPerMinute / 60d);
        return byAddress > TimeSpan.Zero || byForm > TimeSpan.Zero;
    }

    // A household has a whole /64 of IPv6.
    private static string Block(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "";
    }
}
