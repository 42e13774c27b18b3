using System.Net;
using System.Net.Sockets;
using HandoffBot.Domain.Webhooks;
using Microsoft.Extensions.Options;

namespace HandoffBot.Webhooks;

/// <summary>Asks where a host is; a test answers otherwise.</summary>
internal delegate Task<IPAddress[]> FindHost(string host, CancellationToken cancellationToken);

/// <summary>
/// Connects to a host by the very addresses that were looked at: a name that leads elsewhere at the next question
/// leads nowhere.
/// </summary>
internal sealed class GuardedConnection(FindHost find, IOptions<WebhookOptions> options)
{
    /// <exception cref="PrivateNetworkException">The host has no address that may be called.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await find(host, cancellationToken);
        var allowed = found.Where(a => NetworkReach.Allows(a, options.Value.Rules)).ToArray();
        if (allowed.Length == 0)
        {
            throw new PrivateNetworkException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A webhook's host lies where the settings do not allow to call.</summary>
internal sealed class PrivateNetworkException() : IOException("The host has no address that may be called.");
