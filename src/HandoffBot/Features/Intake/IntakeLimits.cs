using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake;

/// <summary>How much may come from where. Above a source's own limit nothing is taken; above a form's it is taken and held.</summary>
internal sealed class IntakeLimits(IOptions<IntakeOptions> options, TimeProvider clock)
{
    private const int FormPerMinute = 60;
    private const int AddressPerMinute = 5;

    /// <summary>Tries with unknown keys: of one address at once and per second, and of all addresses together.</summary>
    private const int StrangerBurst = 20;
    private const int StrangerPerSecond = 1;
    private const int StrangersBurst = 200;
    private const int StrangersPerSecond = 20;

    // Apart, so that addresses without end do not push out the sources.
    private readonly TokenBuckets sources = new(clock);
    private readonly TokenBuckets strangers = new(clock);
    private readonly TokenBuckets visitors = new(clock);

    /// <summary>Zero, or how long the source has to wait.</summary>
    public TimeSpan OfSource(long source) =>
        sources.Take($"source:{source}", options.Value.Burst, options.Value.PerSecond);

    /// <summary>As for a source, but apart: its form is public, and junk there must not shut out the programs with its key.</summary>
    public TimeSpan OfForm(long source) =>
        sources.Take($"posts:{source}", options.Value.Burst, options.Value.PerSecond);

    /// <summary>Zero, or how long somebody without a known key has to wait before trying another one.</summary>
    public TimeSpan OfStranger(IPAddress? address)
    {
        var alone = strangers.Take(Block(address), StrangerBurst, StrangerPerSecond);
        return alone > TimeSpan.Zero ? alone : strangers.Take("all", StrangersBurst, StrangersPerSecond);
    }

    /// <summary>Whether a form is posted more than people do.</summary>
    public bool IsFlooded(long source, IPAddress? address)
    {
        var byAddress = visitors.Take($"address:{Block(address)}", AddressPerMinute, AddressPerMinute / 60d);
        var byForm = sources.Take($"form:{source}", FormPerMinute, FormPerMinute / 60d);
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
